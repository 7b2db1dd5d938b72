namespace Landfall.Aws.Databases;

/// <summary>A cluster or an instance, as RDS describes it.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Status">RDS's word, for example <c>available</c>.</param>
/// <param name="Engine">RDS's name of the engine.</param>
/// <param name="EngineVersion">The full version.</param>
public sealed record DatabaseFacts(string Arn, string Status, string Engine, string EngineVersion)
{
    /// <summary>Its identifier.</summary>
    public string Id => Arn.Split(':')[^1];

    /// <summary>True for a cluster of Aurora.</summary>
    public bool IsCluster => Arn.Split(':')[^2] == "cluster";

    /// <summary>An instance's class; null for a cluster.</summary>
    public string? InstanceClass { get; init; }

    /// <summary>The group of subnets that it stands in.</summary>
    public string? SubnetGroup { get; init; }

    /// <summary>The parameter group.</summary>
    public string? ParameterGroup { get; init; }

    /// <summary>Its security groups.</summary>
    public IReadOnlyList<string> SecurityGroups { get; init; } = [];

    /// <summary>The host name; null until it has one.</summary>
    public string? Host { get; init; }

    /// <summary>The port; null until it has one.</summary>
    public int? Port { get; init; }

    /// <summary>The secret with the password that RDS manages; null where it manages none, or has not made it yet.</summary>
    public string? SecretArn { get; init; }

    /// <summary>The first moment to which it can be restored.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The last moment to which it can be restored.</summary>
    public DateTimeOffset? Latest { get; init; }

    /// <summary>The smallest capacity in ACU of a serverless cluster, as RDS spells it.</summary>
    public string? MinCapacity { get; init; }

    /// <summary>The largest capacity in ACU.</summary>
    public string? MaxCapacity { get; init; }

    /// <summary>The seconds after which an idle cluster pauses; null where it does not.</summary>
    public string? PauseSeconds { get; init; }

    /// <summary>An instance's storage in GiB.</summary>
    public int StorageGiB { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>A cluster's instances.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];
}
