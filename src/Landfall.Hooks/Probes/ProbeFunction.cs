using System.Text.Json;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Probes;

/// <summary>The function in the network, called over Lambda's API.</summary>
/// <param name="aws">Calls AWS.</param>
/// <param name="settings">Which function it is.</param>
internal sealed class ProbeFunction(AwsClient aws, FunctionSettings settings)
{
    /// <summary>Has it ask.</summary>
    /// <param name="request">What.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="AwsRefusedException">It could not be called, or failed itself.</exception>
    public async Task<ProbeResult> AskAsync(ProbeRequest request, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, HookJson.Default.ProbeRequest);
        var (answer, headers) = await aws.PostAsync("lambda", $"/2015-03-31/functions/{settings.ProbeFunction}/invocations", "application/json", body, stop).ConfigureAwait(false);
        if (headers.Contains("X-Amz-Function-Error"))
            throw new AwsRefusedException($"{settings.ProbeFunction} failed: {System.Text.Encoding.UTF8.GetString(answer)}");
        return JsonSerializer.Deserialize(answer, HookJson.Default.ProbeResult) ?? throw new JsonException($"{settings.ProbeFunction} answered nothing.");
    }
}
