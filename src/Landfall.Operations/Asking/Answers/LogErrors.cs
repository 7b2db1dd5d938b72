using System.Globalization;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Errors in logs, for the time that a question is about.</summary>
internal static class LogErrors
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Says that there is no release to begin with.</summary>
    public static AnswerText NoRelease => AnswerText.Unknown("nothing was released or deployed in the last 30 days, as far as the audit trail tells.", "landfall history");

    /// <summary>Finds out from when on a question is.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="place">Of what it is.</param>
    /// <returns>The time; null where it is since a release that is not there.</returns>
    public static async Task<DateTimeOffset?> SinceAsync(AskedQuestion asked, AskedPlace place) => asked.Time.Kind == AskedTimeKind.SinceRelease
        ? (await LastReleaseAsync(asked, place).ConfigureAwait(false))?.At
        : asked.Time.Range(place.Now, Day).From;

    /// <summary>Finds out from when until when a question is.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="otherwise">How far back where nothing was said, or there is no release that it could be since.</param>
    /// <param name="place">Of what it is.</param>
    /// <returns>The range.</returns>
    public static async Task<(DateTimeOffset From, DateTimeOffset To)> RangeAsync(AskedQuestion asked, TimeSpan otherwise, AskedPlace place) =>
        asked.Time.Kind == AskedTimeKind.SinceRelease && await LastReleaseAsync(asked, place).ConfigureAwait(false) is { } release
            ? (release.At, place.Now)
            : asked.Time.Range(place.Now, otherwise);

    /// <summary>Finds the last release or deployment that was done.</summary>
    /// <param name="asked">The question, whose services it has to be about.</param>
    /// <param name="place">Of what it is.</param>
    /// <returns>It; null where there is none.</returns>
    public static async Task<HistoryEntry?> LastReleaseAsync(AskedQuestion asked, AskedPlace place)
    {
        var (given, context) = (place.Parameters, place.Context);
        var history = await new HistoryOperation().RunAsync(new HistoryParameters(given.Folder, asked.Services, given.Environment, given.Local, null), Agreed.ToNothing, context).ConfigureAwait(false);
        return history.Entries.FirstOrDefault(entry => entry is { Outcome: ChangeOutcome.Done, Kind: HistoryKind.Release or HistoryKind.Deployment, Operation: not "destroy" });
    }

    /// <summary>Says how often errors were, where, and what they have in common.</summary>
    /// <param name="error">The errors.</param>
    /// <param name="more">What is said of them besides.</param>
    /// <returns>The line.</returns>
    public static string Line(ErrorTemplate error, string more = "") => string.Create(CultureInfo.InvariantCulture, $"{error.Count:N0}× in {string.Join(", ", error.Services)}{more}: {error.Text}");

    /// <summary>Sums the errors up from a time on.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="since">The time.</param>
    /// <param name="place">Of what it is.</param>
    /// <returns>The summary.</returns>
    public static async Task<LogSummary> SumAsync(AskedQuestion asked, DateTimeOffset since, AskedPlace place)
    {
        var given = place.Parameters;
        var parameters = new LogsParameters(given.Folder, asked.Services, given.Environment, given.Local, Follow: false, since.UtcDateTime.ToString("O"), Filter: null, Previous: false, Errors: false, Summary: true);
        return (await new LogsOperation().RunAsync(parameters, Agreed.ToNothing, place.Context).ConfigureAwait(false)).Summary!;
    }
}
