using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Changes;

/// <summary>Somebody who always answers the same.</summary>
/// <param name="answer">The answer; null for nobody.</param>
internal sealed class Answering(bool? answer) : IWatcher
{
    public List<Question> Asked { get; } = [];

    public List<string> Said { get; } = [];

    public bool CanAsk => answer is not null;

    public void Say(string line) => Said.Add(line);

    public void Show(IReadOnlyList<StackProgress> stacks)
    {
    }

    public Task<bool> AgreeAsync(Question question, CancellationToken stop)
    {
        Asked.Add(question);
        return Task.FromResult(answer!.Value);
    }
}
