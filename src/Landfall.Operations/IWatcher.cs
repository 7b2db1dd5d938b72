using Landfall.Operations.Deployment;

namespace Landfall.Operations;

/// <summary>Who follows an operation: progress goes out to it, agreement comes in.</summary>
internal interface IWatcher
{
    /// <summary>False where nobody is there to be asked.</summary>
    bool CanAsk { get; }

    /// <summary>Gets a line for a person, from any thread.</summary>
    /// <param name="line">The line.</param>
    void Say(string line);

    /// <summary>Gets how far stacks are, again and again while they are deployed.</summary>
    /// <param name="stacks">All stacks that are deployed together.</param>
    void Show(IReadOnlyList<StackProgress> stacks);

    /// <summary>Asks for agreement.</summary>
    /// <param name="question">The question.</param>
    /// <param name="stop">Stops asking.</param>
    /// <returns>True when it was given.</returns>
    /// <exception cref="Config.LandfallException">Nobody can be asked.</exception>
    Task<bool> AgreeAsync(Question question, CancellationToken stop);

    /// <summary>Asks for a value that nobody sees, where <see cref="CanAsk"/>.</summary>
    /// <param name="text">What for.</param>
    /// <param name="stop">Stops asking.</param>
    /// <returns>The value; empty when none was given.</returns>
    Task<string> AskSecretAsync(string text, CancellationToken stop);
}
