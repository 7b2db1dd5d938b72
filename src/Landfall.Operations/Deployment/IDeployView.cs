namespace Landfall.Operations.Deployment;

/// <summary>What a deployment tells and asks a person; a terminal and a plain log are its two forms.</summary>
internal interface IDeployView
{
    /// <summary>Whether a person is there to be asked.</summary>
    bool CanAsk { get; }

    /// <summary>Says one line.</summary>
    /// <param name="line">Plain text.</param>
    void Say(string line);

    /// <summary>Asks before harm.</summary>
    /// <param name="question">The question.</param>
    /// <param name="otherwise">What a script has to do to answer it.</param>
    /// <param name="cancellation">Stops asking.</param>
    /// <returns>True when the answer is yes.</returns>
    Task<bool> ConfirmAsync(string question, string otherwise, CancellationToken cancellation);

    /// <summary>Shows the state of the stacks until the work ends.</summary>
    /// <param name="work">Does the work and hands over the watchers after each look.</param>
    /// <returns>What the work returned.</returns>
    Task<IReadOnlyList<StackReport>> FollowAsync(Func<Action<IReadOnlyList<StackWatcher>>, Task<IReadOnlyList<StackReport>>> work);
}
