using System.Globalization;
using Landfall.Operations.History;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Whether there are more errors since the last release than before it.</summary>
internal sealed class ReleaseAnswer : IAnswerer
{
    // The share of lines that are errors is compared once: one in a hundred of such answers would be "more" by chance alone.
    private const double OneInAHundred = 2.33;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.ReleaseErrors];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        if (await LogErrors.LastReleaseAsync(asked, place).ConfigureAwait(false) is not { } release)
            return LogErrors.NoRelease;
        var span = place.Now - release.At < Longest ? place.Now - release.At : Longest;
        var both = await LogErrors.SumAsync(asked, release.At - span, place).ConfigureAwait(false);
        var since = await LogErrors.SumAsync(asked, release.At, place).ConfigureAwait(false);
        return Of(release, both, since, asked);
    }

    /// <summary>Compares the time before a release with the time since.</summary>
    /// <param name="release">The release.</param>
    /// <param name="both">The errors of both times.</param>
    /// <param name="since">Those since it.</param>
    /// <param name="asked">The question.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(HistoryEntry release, LogSummary both, LogSummary since, AskedQuestion asked)
    {
        var (lines, errors) = (both.Lines - since.Lines, both.Errors - since.Errors);
        var what = $"'{release.Operation}' at {Moment.Of(release.At)} by {release.By}{(release.Commit is { Length: > 7 } commit ? $" (commit {commit[..7]})" : "")}";
        string[] evidence = [Commands.For("logs", asked.Services, "--summary", "--since", Moment.Option(both.From)), Commands.For("history", asked.Services)];
        if (lines <= 0 || since.Lines == 0)
            return AnswerText.Unknown($"{(since.Lines == 0 ? "no line was written since" : "no line was written before")} {what}, so that there is nothing to compare.", evidence);
        var (before, after) = ((double)errors / lines, (double)since.Errors / since.Lines);
        var common = (double)both.Errors / both.Lines;
        var spread = Math.Sqrt(common * (1 - common) * ((1.0 / lines) + (1.0 / since.Lines)));
        var difference = spread > 0 ? (after - before) / spread : 0;
        var verdict = difference > OneInAHundred ? "Yes, more" : difference < -OneInAHundred ? "No, fewer" : "No: as many, as far as chance lets one tell";
        return AnswerText.Of(
            $"{verdict}. Of lines, {Percent(after)} are errors since {what}, and {Percent(before)} were before.",
            [
                $"since: {Quantity.Of(since.Errors, "error", "errors")} in {Quantity.Of(since.Lines, "line", "lines")}",
                $"before, from {Moment.Of(both.From)} on: {Quantity.Of(errors, "error", "errors")} in {Quantity.Of(lines, "line", "lines")}",
                .. both.New.Select(error => $"new: {LogErrors.Line(error)}"),
            ],
            evidence);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %");
}
