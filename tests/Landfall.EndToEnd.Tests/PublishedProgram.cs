using Landfall.EndToEnd.Tests;

[assembly: AssemblyFixture(typeof(PublishedProgram))]

namespace Landfall.EndToEnd.Tests;

/// <summary>
/// The command line as <c>./landfall</c> publishes it, made anew where the sources have changed. What users start is ready-to-run code; what a build leaves is compiled at
/// each of the thousand starts of these tests, which costs as much again as the work.
/// </summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    public async ValueTask InitializeAsync() =>
        (await ProgramRun.RunAsync(Path.Combine(Repository.Root, "landfall"), ["--version"], new Dictionary<string, string?>())).Succeeded();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
