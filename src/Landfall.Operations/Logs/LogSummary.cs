namespace Landfall.Operations.Logs;

/// <summary>The errors of a while, summed up.</summary>
/// <param name="From">From when on.</param>
/// <param name="To">Until when.</param>
/// <param name="Lines">How many lines there were.</param>
/// <param name="Errors">How many of them were errors.</param>
/// <param name="Commonest">The five commonest of them.</param>
/// <param name="WorstHour">The hour with the most errors; null where there is none.</param>
/// <param name="New">Errors that there were none of before the last change of their service, within the time looked at.</param>
internal sealed record LogSummary(
    DateTimeOffset From,
    DateTimeOffset To,
    long Lines,
    long Errors,
    IReadOnlyList<ErrorTemplate> Commonest,
    WorstHour? WorstHour,
    IReadOnlyList<ErrorTemplate> New);
