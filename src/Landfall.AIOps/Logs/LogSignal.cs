namespace Landfall.AIOps.Logs;

/// <summary>Something out of the ordinary in a log.</summary>
/// <param name="Time">The end of the interval in which it showed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="TemplateId">The template.</param>
/// <param name="Template">The template's text at that time.</param>
/// <param name="Score">How unusual it is, in [0, 1]; 0 for what is only information.</param>
/// <param name="Observed">Lines in the interval.</param>
/// <param name="Expected">Lines expected in an interval.</param>
/// <param name="Deployment">The deployment that it follows, or null.</param>
/// <param name="Explanation">The signal in words and numbers.</param>
public sealed record LogSignal(
    DateTimeOffset Time,
    LogSignalKind Kind,
    long TemplateId,
    string Template,
    double Score,
    double Observed,
    double Expected,
    string? Deployment,
    string Explanation);
