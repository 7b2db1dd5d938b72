using Landfall.Operations.History;

namespace Landfall.Operations.Asking.Answers;

/// <summary>What was done, and by whom.</summary>
internal sealed class ChangesAnswer : IAnswerer
{
    private const int Shown = 10;

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.Changes];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        var (given, context) = (place.Parameters, place.Context);
        var (from, to) = await LogErrors.RangeAsync(asked, Week, place).ConfigureAwait(false);
        var history = await new HistoryOperation().RunAsync(new HistoryParameters(given.Folder, asked.Services, given.Environment, given.Local, from.UtcDateTime.ToString("O")), Agreed.ToNothing, context).ConfigureAwait(false);
        return Of([.. history.Entries.Where(entry => entry.At <= to)], from, to == place.Now ? null : to, asked);
    }

    /// <summary>Puts what was done into words.</summary>
    /// <param name="entries">What was done, the last first.</param>
    /// <param name="from">From when on.</param>
    /// <param name="to">Until when; null for now.</param>
    /// <param name="asked">The question.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(IReadOnlyList<HistoryEntry> entries, DateTimeOffset from, DateTimeOffset? to, AskedQuestion asked)
    {
        var (time, command) = ($"since {Moment.Of(from)}{(to is { } end ? $", until {Moment.Of(end)}" : "")}", Commands.For("history", asked.Services, "--since", Moment.Option(from)));
        return entries.Count == 0
            ? AnswerText.Of($"Nothing {time}, as far as the audit trail tells.", [], command)
            : AnswerText.Of(
                $"{Quantity.Of(entries.Count, "thing was", "things were")} done {time}; the last was '{entries[0].Operation}' by {entries[0].By}.",
                [.. entries.Take(Shown).Select(entry => $"{Moment.Of(entry.At)} {entry.Operation} {string.Join(", ", entry.Services)} by {entry.By}: {entry.Outcome}{(entry.Commit is { Length: > 7 } commit ? $", commit {commit[..7]}" : "")}")],
                command);
    }
}
