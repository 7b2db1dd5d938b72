namespace Landfall.Config.Plan;

/// <summary>An S3 bucket: private, encrypted, TLS only.</summary>
public sealed record BucketPlan
{
    /// <summary>Its name in AWS, and in the rest of the plan: the one under which it was first deployed.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the file today, for people; not <see cref="Name"/> where <c>was</c> says that it was renamed.</summary>
    public required string Title { get; init; }

    /// <summary>True to keep old versions of objects.</summary>
    public required bool Versioned { get; init; }

    /// <summary>Origins that browsers may use it from.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>Days after which objects are deleted, or null for never.</summary>
    public required int? ExpireDays { get; init; }

    /// <summary>The name in AWS of a bucket that was there before, or null for the one that follows from <see cref="Name"/>.</summary>
    public required string? AwsName { get; init; }
}
