namespace Landfall.Operations.Importing;

/// <summary>How a kind of data is taken over.</summary>
/// <param name="Word">What people call it.</param>
/// <param name="Type">Its CloudFormation type.</param>
/// <param name="Identifier">The property that identifies it, which is its primary identifier in CloudFormation's registry.</param>
/// <param name="Whole">
/// Properties that the template has to say wherever the resource has them, since others of it do not hold without them: the keys of an index
/// are among a table's AttributeDefinitions, and one with provisioned throughput is no valid table without it.
/// </param>
internal sealed record ImportKind(string Word, string Type, string Identifier, IReadOnlyList<string> Whole)
{
    /// <summary>A table.</summary>
    public static ImportKind Table { get; } = new("table", "AWS::DynamoDB::Table", "TableName", ["GlobalSecondaryIndexes", "LocalSecondaryIndexes", "ProvisionedThroughput"]);

    /// <summary>A bucket.</summary>
    public static ImportKind Bucket { get; } = new("bucket", "AWS::S3::Bucket", "BucketName", []);
}
