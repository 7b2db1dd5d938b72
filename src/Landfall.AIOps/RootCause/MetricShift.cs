namespace Landfall.AIOps.RootCause;

/// <summary>How far a series moved at the onset.</summary>
/// <param name="Series">The series.</param>
/// <param name="Rise">How far it rose (positive) above what is normal, in normal deviations; 0 when it did not.</param>
/// <param name="Fall">How far it fell below, likewise positive.</param>
/// <param name="Normal">Its usual value.</param>
/// <param name="Seen">Its value during the incident, on the side that moved further.</param>
/// <param name="Usual">Its usual value, or the value just before the onset where that was higher.</param>
/// <param name="Since">The first value of the incident that was outside.</param>
/// <param name="IsNew">Whether the series had no value at all before.</param>
internal sealed record MetricShift(
    MetricSeries Series,
    double Rise,
    double Fall,
    double Normal,
    double Seen,
    double Usual,
    DateTimeOffset? Since,
    bool IsNew);
