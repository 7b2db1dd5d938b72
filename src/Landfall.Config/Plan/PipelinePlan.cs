namespace Landfall.Config.Plan;

/// <summary>A way from a push to environments.</summary>
public sealed record PipelinePlan
{
    /// <summary>Its name in the file; empty for the one of <c>pipeline</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where the code comes from, and what starts it.</summary>
    public required PipelineSourcePlan Source { get; init; }

    /// <summary>What becomes of runs that wait.</summary>
    public required PipelineMode Mode { get; init; }

    /// <summary>A model's review of pull requests, or null.</summary>
    public required PipelineReviewPlan? Review { get; init; }

    /// <summary>The environments that pull requests have, as one step whose environment stands for any of them; null where they have none.</summary>
    public PipelineStagePlan? Preview { get; init; }

    /// <summary>The environments, in order.</summary>
    public required IReadOnlyList<PipelineStagePlan> Stages { get; init; }

    /// <summary>All that it deploys to: its environments, and those of pull requests.</summary>
    internal IEnumerable<PipelineStagePlan> Targets => Preview is null ? Stages : Stages.Append(Preview);

    /// <summary>The account of the pipeline itself, which is that of its first environment; null for the credentials'.</summary>
    public required string? Account { get; init; }

    /// <summary>The region of the pipeline itself.</summary>
    public required string Region { get; init; }

    /// <summary>Landfall's version, which the pipeline installs; null until the program that resolves the plan gives its own.</summary>
    public string? Version { get; init; }

    /// <summary>The hash of Landfall's package, as NuGet writes it down; null where it is not known.</summary>
    public string? PackageHash { get; init; }
}
