namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>What is said on a pull request, and in a line beside its commit.</summary>
internal interface IPullText
{
    /// <summary>False where the commit's status is a failure.</summary>
    bool Succeeded { get; }

    /// <summary>All in a line.</summary>
    string Status { get; }

    /// <summary>Writes the comment.</summary>
    /// <param name="folds">True where the service folds what is long.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="url">Where the build is, or null.</param>
    /// <returns>Markdown.</returns>
    string Write(bool folds, string commit, Uri? url);
}
