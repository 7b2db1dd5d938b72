using Landfall.Operations;
using Landfall.Operations.Deployment;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>Follows an operation at a terminal, where stacks are a live table, or in a log, where each change is a line.</summary>
/// <param name="screen">The streams.</param>
/// <param name="time">The clock.</param>
internal sealed class TerminalWatcher(Screen screen, TimeProvider time) : IWatcher, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private readonly long _began = time.GetTimestamp();
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
            // A terminal that cannot move its cursor (TERM=dumb) gets lines, as a log does.
            if (screen.Talk.Profile.Capabilities is { Interactive: true, Ansi: true })
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
            screen.Talk.WriteLine($"{stack.Stack}: {stack.Status} ({stack.Done}/{stack.Total} resources, after {Duration.Of(time.GetElapsedTime(_began))})");
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

        _live?.UpdateTarget(ProgressTable.Of(stacks, time.GetElapsedTime(_began), screen.Talk.Profile.Height));
    }

    private void EndTable()
    {
        _live = null;
        _end?.TrySetResult();
        _end = null;
    }
}
