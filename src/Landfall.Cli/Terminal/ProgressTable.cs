using Landfall.Operations.Deployment;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Terminal;

/// <summary>How far stacks are, on one screen.</summary>
internal static class ProgressTable
{
    // The headings, the line for what does not fit, the time, and the line that the cursor stands on.
    private const int OtherLines = 4;

    /// <summary>Draws it.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="elapsed">How long it has taken so far.</param>
    /// <param name="height">How many lines the terminal has.</param>
    /// <returns>The table and what is below it.</returns>
    public static IRenderable Of(IReadOnlyList<StackProgress> stacks, TimeSpan elapsed, int height)
    {
        // A line for each stack on a narrow terminal too: what is being worked on is cut, not the rest broken.
        var table = new Table().Border(TableBorder.None);
        foreach (var heading in new[] { "stack", "resources", "status" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.AddColumn("now");
        var shown = stacks.OrderBy(Rank).Take(Math.Max(height - OtherLines, 1)).ToHashSet();
        foreach (var stack in stacks.Where(shown.Contains))
        {
            table.AddRow((IRenderable[])[
                new Text(stack.Stack),
                new Text($"{stack.Done}/{stack.Total}"),
                new Text(stack.Status ?? "waiting", StatusStyle.Of(stack.Status)),
                new Text(stack.Current ?? "") { Overflow = Overflow.Ellipsis }]);
        }

        var below = stacks.Where(stack => !shown.Contains(stack)).GroupBy(stack => stack.Status is null ? "waiting" : IsDone(stack) ? "finished" : "at work")
            .Select(group => $"{group.Count()} {group.Key}");
        var others = string.Join(", ", below);
        return new Rows(table, new Text(others.Length == 0 ? Duration.Of(elapsed) : $"… and {others}\n{Duration.Of(elapsed)}"));
    }

    /// <summary>What fails and what is at work is worth a line sooner than what waits, and that sooner than what is finished.</summary>
    private static int Rank(StackProgress stack) => stack.Status switch
    {
        null => 2,
        _ when IsDone(stack) => 3,
        _ when stack.Status.Contains("ROLLBACK", StringComparison.Ordinal) || stack.Status.EndsWith("_FAILED", StringComparison.Ordinal) => 0,
        _ => 1,
    };

    private static bool IsDone(StackProgress stack) =>
        stack.Status is { } status && status.EndsWith("_COMPLETE", StringComparison.Ordinal) && !status.Contains("ROLLBACK", StringComparison.Ordinal);
}
