namespace Landfall.Aws.Databases;

/// <summary>A database that is to be made of another one as it was.</summary>
/// <param name="Original">The one that stands, whose ground and settings the new one gets.</param>
/// <param name="Copy">The new one's identifier.</param>
/// <param name="Tags">The new one's tags.</param>
public sealed record DatabaseRestore(DatabaseFacts Original, string Copy, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>The snapshot that it is made of; null for a moment.</summary>
    public DatabaseSnapshot? Snapshot { get; init; }

    /// <summary>The moment, where there is no snapshot; null for the last one there is.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Whether it takes the original's parameter group, which is for one major version of the engine.</summary>
    public bool TakesParameterGroup { get; init; } = true;
}
