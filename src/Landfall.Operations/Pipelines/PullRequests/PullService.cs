namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>Where pull requests are.</summary>
internal enum PullService
{
    /// <summary>GitHub, or a GitHub Enterprise Server.</summary>
    Github,

    /// <summary>GitLab, also a server of one's own.</summary>
    Gitlab,

    /// <summary>Bitbucket Cloud.</summary>
    Bitbucket,
}
