using Landfall.Operations.Security;
using Landfall.Operations.Tests.Changes;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operations.Tests.Security;

/// <summary>A folder that is scanned.</summary>
internal sealed class ScanFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public ScanFolder With(string name, string text)
    {
        _folder.Write(name, text);
        return this;
    }

    public Task<SecurityReport> ScanAsync(Severity failOn = Severity.High, string? sarif = null, string day = "2026-03-01", string below = "") =>
        new SecurityOperation().RunAsync(
            new SecurityParameters(System.IO.Path.Combine(Path, below), null, failOn, sarif, NoSynth: true),
            Agreed.ToNothing,
            new OperationContext(new Caller("ada", "test"), new Answering(false), new FakeTimeProvider(DateTimeOffset.Parse($"{day}T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken));

    public Task<SecurityReport> FixAsync(bool dryRun = false, bool yes = false, bool fix = true) =>
        new SecurityOperation().RunAsync(
            new SecurityParameters(Path, null, Severity.High, null, NoSynth: true, fix, dryRun),
            new Agreed(yes),
            new OperationContext(new Caller("ada", "test"), new Answering(false), new FakeTimeProvider(DateTimeOffset.Parse("2026-03-01T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)), TestContext.Current.CancellationToken));

    public string Read(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name));

    public void Dispose() => _folder.Dispose();
}
