using System.Net;
using System.Text.Json;
using Landfall.Checks.Format;
using Landfall.Checks.Running;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Probes;

/// <summary>Runs a check file that lies beside the program.</summary>
/// <param name="time">The clock.</param>
internal sealed class ProbeInvocation(TimeProvider time) : IInvocation
{
    // What ECS is told and the log takes: a person reads the first ones.
    private const int MostFailures = 10;

    /// <inheritdoc/>
    public async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> payload, TextWriter log, CancellationToken stop)
    {
        var asked = JsonSerializer.Deserialize(payload.Span, HookJson.Default.ProbeRequest) ?? throw new JsonException("The call is empty.");
        var path = Path.Combine(AppContext.BaseDirectory, asked.File);
        var reading = CheckFileReader.Read(await File.ReadAllBytesAsync(path, stop).ConfigureAwait(false));
        var failures = reading.File is { } file
            ? Failures(asked.File, await new CheckRunner(time).RunAsync(file, new CheckTarget(new Uri(asked.Base), [.. asked.Addresses.Select(IPAddress.Parse)]), stop).ConfigureAwait(false))
            : reading.Faults.Select(fault => $"{asked.File}:{fault.Line}:{fault.Column} {fault.Message}");
        return JsonSerializer.SerializeToUtf8Bytes(new ProbeResult([.. failures.Take(MostFailures)]), HookJson.Default.ProbeResult);
    }

    private static IEnumerable<string> Failures(string file, IReadOnlyList<CheckResult> results) =>
        from result in results
        from failure in result.Failures
        select $"{file}:{result.Line} {result.Title}: {failure}";
}
