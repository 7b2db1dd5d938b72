namespace Landfall.Aws.Tables;

/// <summary>A table, as DynamoDB describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Status">DynamoDB's word, for example <c>ACTIVE</c>.</param>
public sealed record TableFacts(string Name, string Arn, string Status)
{
    /// <summary>How large it is, as counted within the last six hours.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether AWS refuses to delete it.</summary>
    public bool IsProtected { get; init; }

    /// <summary>The ARN of the table that it was restored from; null for a table that was created.</summary>
    public string? RestoredFrom { get; init; }

    /// <summary>The backup that it was restored from; null for a moment.</summary>
    public string? RestoredBackup { get; init; }

    /// <summary>The moment that it was restored to.</summary>
    public DateTimeOffset? RestoredAt { get; init; }
}
