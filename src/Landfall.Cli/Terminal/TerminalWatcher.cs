using Landfall.Operations;
using Landfall.Operations.Deployment;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Terminal;

/// <summary>Follows an operation at a terminal, where stacks are a live table, or in a log, where each change is a line.</summary>
/// <param name="screen">The streams.</param>
/// <param name="time">The clock.</param>
internal sealed class TerminalWatcher(Screen screen, TimeProvider time) : IWatcher, IDisposable
{
    // The heading, the line below the table, and the line that the cursor is on.
    private const int OtherLines = 4;

    private readonly long _begun = time.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private LiveDisplayContext? _live;
    private TaskCompletionSource? _end;

    /// <inheritdoc />
    public bool CanAsk => screen.Interactive;

    /// <inheritdoc />
    public void Say(string line)
    {
        lock (_lock)
        {
            EndTable();
            if (line.StartsWith(' '))
                screen.Talk.Profile.Out.Writer.WriteLine(line); // an entry of a list: its names are copied, so no word is wrapped
            else
                screen.Talk.WriteLine(line);
        }
    }

    /// <inheritdoc />
    public void Show(IReadOnlyList<StackProgress> stacks)
    {
        lock (_lock)
        {
            if (screen.Talk.Profile.Capabilities.Interactive)
                ShowTable(stacks);
            else
                SayChanges(stacks);
        }
    }

    /// <inheritdoc />
    public Task<bool> AgreeAsync(Question question, CancellationToken stop)
    {
        Dispose();
        return question.Word is { } word
            ? Questions.TypeNameAsync(screen, question.Text, word, question.Otherwise, stop)
            : Questions.ConfirmAsync(screen, question.Text, question.Otherwise, stop);
    }

    /// <inheritdoc />
    public Task<string> AskSecretAsync(string text, CancellationToken stop)
    {
        Dispose();
        return Questions.SecretAsync(screen, text, stop);
    }

    /// <summary>Takes the table away; what comes next begins where it stood.</summary>
    public void Dispose()
    {
        lock (_lock)
            EndTable();
    }

    private void SayChanges(IReadOnlyList<StackProgress> stacks)
    {
        foreach (var stack in stacks.Where(s => s.Status is not null && _said.GetValueOrDefault(s.Stack) != s.Status))
        {
            _said[stack.Stack] = stack.Status!;
            screen.Talk.WriteLine($"{stack.Stack}: {stack.Status} ({stack.Done}/{stack.Total} resources)");
        }
    }

    private void ShowTable(IReadOnlyList<StackProgress> stacks)
    {
        if (_live is null)
        {
            // The display lives while what it runs does, so that is given nothing to do but to wait for the end.
            _end = new TaskCompletionSource();
            _ = screen.Talk.Live(new Text("")).AutoClear(true).StartAsync(live =>
            {
                _live = live;
                return _end.Task;
            });
        }

        _live?.UpdateTarget(Table(stacks, screen.Talk.Profile.Height, time.GetElapsedTime(_begun)));
    }

    private void EndTable()
    {
        _live = null;
        _end?.TrySetResult();
        _end = null;
    }

    /// <summary>
    /// What is being worked on and, where the screen has room, what is done; the rest is a number: stacks that nothing
    /// happens to would be listed as waiting for ever.
    /// </summary>
    internal static Rows Table(IReadOnlyList<StackProgress> stacks, int height, TimeSpan elapsed)
    {
        var begun = stacks.Where(stack => stack.Status is not null).ToArray();
        var room = Math.Max(1, height - OtherLines);
        var working = begun.Where(stack => stack.Status!.EndsWith("_IN_PROGRESS", StringComparison.Ordinal)).ToArray();
        var shown = begun.Length <= room ? begun : [.. working.Concat(begun.Except(working).Reverse()).Take(room)];
        var rest = stacks.Count - shown.Length;
        var last = $"{(int)elapsed.TotalMinutes}:{elapsed.Seconds:00}{(rest > 0 ? $"  {rest} more" : "")}";
        return new Rows(Lines(shown), new Text(last));
    }

    private static Table Lines(IReadOnlyList<StackProgress> stacks)
    {
        // A line for each stack on a narrow terminal too: what is being worked on is cut, not the rest broken.
        var table = new Table().Border(TableBorder.None);
        foreach (var heading in new[] { "stack", "resources", "status" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.AddColumn("now");
        foreach (var stack in stacks)
        {
            table.AddRow((IRenderable[])[
                new Text(stack.Stack),
                new Text($"{stack.Done}/{stack.Total}"),
                new Text(stack.Status!),
                new Text(stack.Current ?? "") { Overflow = Overflow.Ellipsis }]);
        }

        return table;
    }
}
