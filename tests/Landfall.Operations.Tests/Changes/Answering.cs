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

    /// <summary>What is typed where a secret's value is asked for.</summary>
    public string Secret { get; init; } = "";

    public Task<string> AskSecretAsync(string text, CancellationToken stop)
    {
        Said.Add(text);
        return Task.FromResult(Secret);
    }

    /// <summary>What was shown of stacks, each time.</summary>
    public List<IReadOnlyList<StackProgress>> Shown { get; } = [];

    public void Show(IReadOnlyList<StackProgress> stacks) => Shown.Add(stacks);

    public Task<bool> AgreeAsync(Question question, CancellationToken stop)
    {
        Asked.Add(question);
        return Task.FromResult(answer!.Value);
    }
}
