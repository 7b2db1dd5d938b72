namespace Landfall.AIOps.RootCause;

/// <summary>
/// How a cause is searched for. The defaults are what is shipped and measured; they are the same for every system.
/// </summary>
public sealed class RootCauseOptions
{
    /// <summary>How much of the time after the onset is looked at. Default: 15 minutes.</summary>
    public TimeSpan IncidentWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How far outside the normal, in normal deviations, a signal has to be before it counts as a symptom. Default: 4.
    /// </summary>
    public double SymptomThreshold { get; init; } = 4;

    /// <summary>How strong the strongest symptom has to be before there is an incident at all. Default: 6.</summary>
    public double IncidentThreshold { get; init; } = 6;

    /// <summary>How late a given onset may be. Default: 5 minutes.</summary>
    public TimeSpan OnsetLateness { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long before the onset a change may be to count as a possible cause. Default: 1 hour.</summary>
    public TimeSpan ChangeWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The largest number of candidates in a report. Default: 10.</summary>
    public int MaxCandidates { get; init; } = 10;
}
