namespace Landfall.Config.Plan;

/// <summary>Where a pipeline's code comes from, and what starts it.</summary>
public sealed record PipelineSourcePlan
{
    /// <summary>Who runs the pipeline.</summary>
    public required PipelineHost Host { get; init; }

    /// <summary>The CodeConnections connection's ARN, or null.</summary>
    public required string? Connection { get; init; }

    /// <summary>The host of the GitLab server; <c>gitlab.com</c> where the file names none.</summary>
    public required string GitlabHost { get; init; }

    /// <summary>The repository, for example <c>acme/shop</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The folder of the file in the repository; <c>.</c> for the repository itself.</summary>
    public required string Folder { get; init; }

    /// <summary>The number of the GitHub repository's owner, or null.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>The number of the GitHub repository, or null.</summary>
    public required string? RepositoryId { get; init; }

    /// <summary>The branch.</summary>
    public required string Branch { get; init; }

    /// <summary>Patterns of tags that start it in place of the branch's pushes.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Patterns of files of which one has to change; none for any.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>True when pull requests are built, and the change that they would make is shown.</summary>
    public required bool PullRequest { get; init; }

    /// <summary>The secret of the first environment with which the change of a pull request is shown on it, or null.</summary>
    public required string? Token { get; init; }
}
