using Landfall.Config;
using Landfall.Operations;
using Landfall.Operations.Deployment;

namespace Landfall.Operator.Repairs;

/// <summary>Nobody: what an operation wants to be agreed to in its midst is refused, so that the repair ends with a person.</summary>
internal sealed class SilentWatcher : IWatcher
{
    /// <inheritdoc />
    public bool CanAsk => false;

    /// <inheritdoc />
    public void Say(string line)
    {
        // what came of it is in the error, the audit trail and the service's state
    }

    /// <inheritdoc />
    public void Show(IReadOnlyList<StackProgress> stacks)
    {
        // as above
    }

    /// <inheritdoc />
    public Task<bool> AgreeAsync(Question question, CancellationToken stop) => throw Refused(question.Text);

    /// <inheritdoc />
    public Task<string> AskSecretAsync(string text, CancellationToken stop) => throw Refused(text);

    private static LandfallException Refused(string text) => new(ErrorCodes.NotAgreed, $"A person would have to answer: {text} Run it by hand.");
}
