namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>What became of a report.</summary>
internal enum PullOutcome
{
    /// <summary>There is a new comment.</summary>
    Added,

    /// <summary>The comment that there was says something else now.</summary>
    Updated,

    /// <summary>It was only to be shown.</summary>
    Shown,

    /// <summary>Nothing was written: the pull request has another commit now.</summary>
    MovedOn,

    /// <summary>Nothing was written: the pull request is merged or closed.</summary>
    Closed,

    /// <summary>Nothing was written: the pull request comes from a fork.</summary>
    Fork,

    /// <summary>Nothing was written: no open pull request has the commit.</summary>
    None,
}
