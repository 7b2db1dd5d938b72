namespace Landfall.Operations.Handover;

/// <summary>Who proposes newer dependencies and base images in a team's repository, as pull requests that its pipeline tests.</summary>
internal enum DependencyUpdates
{
    /// <summary>GitHub's own.</summary>
    Dependabot,

    /// <summary>One that works with GitLab and Bitbucket, too.</summary>
    Renovate,
}
