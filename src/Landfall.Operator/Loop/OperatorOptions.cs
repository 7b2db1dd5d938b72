using Landfall.AIOps.Incidents;

namespace Landfall.Operator.Loop;

/// <summary>How the loop judges.</summary>
internal sealed class OperatorOptions
{
    /// <summary>How long nothing may be wrong before an incident is over. Default 10 minutes.</summary>
    public TimeSpan ResolveAfter { get; init; } = new IncidentOptions().ResolveAfter;

    /// <summary>
    /// A signal that is older than this when it is first seen counts from now on: it stood while nobody looked. Default 15 minutes.
    /// </summary>
    public TimeSpan OldSignal { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many pieces of evidence an incident keeps; later ones are mostly the same. Default 60.</summary>
    public int MostSymptoms { get; init; } = 60;

    /// <summary>How long until a service of an open incident, of which nothing was found, is looked at again. Default 5 minutes.</summary>
    public TimeSpan LookAgain { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long changes are remembered: as long as a cause is looked for in, and a while more. A source that told an older one would tell it
    /// as new.
    /// </summary>
    public static readonly TimeSpan ChangeMemory = 2 * new IncidentOptions().ChangeWindow;

    // Sources tell all that stands at each tick, so a silence is the operator's own (it was stopped) and says nothing of the signal.
    private static readonly TimeSpan UntilItIsOver = TimeSpan.FromDays(3650);

    internal IncidentOptions Tracking => new() { ResolveAfter = ResolveAfter, SignalTimeout = UntilItIsOver };
}
