using Landfall.Config;
using Landfall.Operations;
using Landfall.Operations.Deployment;

namespace Landfall.Mcp.Tools;

/// <summary>Sends what an operation says as progress. Nobody can be asked in its midst: what it does was agreed to before.</summary>
/// <param name="send">Sends a line, with how many there have been.</param>
internal sealed class ToolWatcher(Func<int, string, Task> send) : IWatcher
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);
    private Task _sent = Task.CompletedTask;
    private int _count;

    /// <inheritdoc />
    public bool CanAsk => false;

    /// <inheritdoc />
    public void Say(string line)
    {
        lock (_lock)
            _sent = SendAfterAsync(_sent, ++_count, line);
    }

    /// <inheritdoc />
    public void Show(IReadOnlyList<StackProgress> stacks)
    {
        foreach (var stack in stacks.Where(s => s.Status is not null))
        {
            var line = $"{stack.Stack}: {stack.Status} ({stack.Done}/{stack.Total} resources)";
            lock (_lock)
            {
                if (_said.GetValueOrDefault(stack.Stack) == line)
                    continue;
                _said[stack.Stack] = line;
            }

            Say(line);
        }
    }

    /// <inheritdoc />
    public Task<bool> AgreeAsync(Question question, CancellationToken stop) =>
        throw new LandfallException(ErrorCodes.ConfirmationNeeded, $"{question.Text} Nobody can be asked in the midst of a tool's work. Run the command in a terminal.");

    /// <inheritdoc />
    public Task<string> AskSecretAsync(string text, CancellationToken stop) =>
        throw new LandfallException(ErrorCodes.ConfirmationNeeded, $"{text} An assistant is never given a secret. Run the command in a terminal.");

    /// <summary>Waits until all was sent: the answer comes after it.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
            return _sent;
    }

    private async Task SendAfterAsync(Task before, int number, string line)
    {
        await before.ConfigureAwait(false);
        try
        {
            await send(number, line).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Whoever followed it is gone. What is done goes on, or is stopped by its own token.
        }
    }
}
