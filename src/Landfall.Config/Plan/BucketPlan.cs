namespace Landfall.Config.Plan;

/// <summary>An S3 bucket: private, encrypted, TLS only.</summary>
public sealed record BucketPlan
{
    /// <summary>The name under which services use it.</summary>
    public required string Name { get; init; }

    /// <summary>True to keep old versions of objects.</summary>
    public required bool Versioned { get; init; }

    /// <summary>Origins that browsers may use it from.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }

    /// <summary>Days after which objects are deleted, or null for never.</summary>
    public required int? ExpireDays { get; init; }
}
