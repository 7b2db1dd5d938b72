namespace Landfall.Config.Plan;

/// <summary>A pipeline's step into an environment.</summary>
public sealed record PipelineStagePlan
{
    /// <summary>The environment.</summary>
    public required string Environment { get; init; }

    /// <summary>The environment's account, or null for that of the pipeline.</summary>
    public required string? Account { get; init; }

    /// <summary>The environment's region.</summary>
    public required string Region { get; init; }

    /// <summary>True when every change waits for approval, and not only one that does harm.</summary>
    public required bool Approval { get; init; }

    /// <summary>How many minutes a change waits for it.</summary>
    public required int ApprovalMinutes { get; init; }

    /// <summary>Who is told of a change that waits.</summary>
    public required IReadOnlyList<string> Notify { get; init; }

    /// <summary>The architectures of the images that are built for it; none where nothing is built.</summary>
    public required IReadOnlyList<CpuArchitecture> Builds { get; init; }

    /// <summary>The names in AWS of its sites.</summary>
    public required IReadOnlyList<string> Sites { get; init; }
}
