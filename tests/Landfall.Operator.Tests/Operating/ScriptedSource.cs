using Landfall.AIOps.Incidents;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Tests.Operating;

/// <summary>Says at each look what a test has set.</summary>
internal sealed class ScriptedSource : ISignalSource
{
    public IReadOnlyList<IncidentSignal> Signals { get; set; } = [];

    /// <summary>Runs within each look.</summary>
    public Func<CancellationToken, Task> Within { get; set; } = _ => Task.CompletedTask;

    public string Name => "script";

    public async Task<SourceReading> ReadAsync(DateTimeOffset now, CancellationToken stop)
    {
        await Within(stop);
        return new SourceReading(Name) { Signals = Signals };
    }
}
