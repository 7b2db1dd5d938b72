using System.Globalization;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Which errors are the commonest, and when most of them were.</summary>
internal sealed class ErrorsAnswer : IAnswerer
{
    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.CommonestErrors, Topic.WorstHour];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place) =>
        await LogErrors.SinceAsync(asked, place).ConfigureAwait(false) is { } since
            ? Of(await LogErrors.SumAsync(asked, since, place).ConfigureAwait(false), asked)
            : LogErrors.NoRelease;

    /// <summary>Puts a summary into words.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="asked">The question.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(LogSummary summary, AskedQuestion asked)
    {
        var command = Commands.For("logs", asked.Services, "--summary", "--since", Moment.Option(summary.From));
        if (summary.Lines == 0)
            return AnswerText.Unknown($"no line was written since {Moment.Of(summary.From)}.", Commands.For("logs", asked.Services));
        if (summary.Errors == 0 || summary.Commonest.Count == 0)
            return AnswerText.Of($"None: of {Quantity.Of(summary.Lines, "line", "lines")} since {Moment.Of(summary.From)} no one is an error.", [], command);
        var common = summary.Commonest.Select(error => LogErrors.Line(error, $", last at {Moment.Of(error.Last)}")).ToList();
        if (asked.Topic == Topic.WorstHour && summary.WorstHour is { } worst)
        {
            return AnswerText.Of(
                $"The hour from {Moment.Of(worst.Start)} on: {worst.Errors.ToString("N0", CultureInfo.InvariantCulture)} of {Quantity.Of(summary.Errors, "error", "errors")} since {Moment.Of(summary.From)}. The commonest errors of the whole time may be why:",
                common,
                Commands.For("logs", asked.Services, "--errors", "--since", Moment.Option(worst.Start)),
                Commands.For("events", asked.Services, "--since", Moment.Option(worst.Start.AddHours(-1))));
        }

        return AnswerText.Of($"{Quantity.Of(summary.Errors, "error", "errors")} in {Quantity.Of(summary.Lines, "line", "lines")} since {Moment.Of(summary.From)}. The commonest:", common, command);
    }
}
