using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Documents;

/// <summary>What the templates say of what holds data.</summary>
internal static class StoreWords
{
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "AWS::RDS::DBCluster", "AWS::RDS::DBInstance", "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable", "AWS::S3::Bucket", "AWS::SQS::Queue", "AWS::EFS::FileSystem",
        "AWS::SecretsManager::Secret", "AWS::Logs::LogGroup", "AWS::ElastiCache::ReplicationGroup", "AWS::ECR::Repository", "AWS::Cognito::UserPool",
    };

    /// <summary>True for what holds data.</summary>
    /// <param name="resource">A resource.</param>
    public static bool IsStore(EvaluatedResource resource) => Types.Contains(resource.Type);

    /// <summary>Says how it is encrypted.</summary>
    /// <param name="resource">The resource.</param>
    public static string Encryption(EvaluatedResource resource)
    {
        var properties = resource.Properties;
        var key = Words.Text(properties["KmsKeyId"]) ?? Words.Text(properties["KmsMasterKeyId"]);
        return resource.Type switch
        {
            // Of a cluster's instances, and of what has no setting, the cluster or AWS decides.
            "AWS::RDS::DBInstance" when properties["DBClusterIdentifier"] is not null => "as its cluster",
            "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" => Words.Text(properties["StorageEncrypted"]) == "true" ? By(key) : "no",
            "AWS::EFS::FileSystem" => Words.Text(properties["Encrypted"]) == "true" ? By(key) : "no",
            "AWS::SQS::Queue" => key is not null ? By(key) : Words.Text(properties["SqsManagedSseEnabled"]) == "false" ? "no" : "yes, with a key of SQS's",

            // S3 encrypts every object (User Guide, "Setting default server-side encryption behavior"), DynamoDB every table
            // (Developer Guide, "DynamoDB encryption at rest"), CloudWatch Logs every log, Secrets Manager every secret.
            "AWS::S3::Bucket" => Bucket(properties),
            "AWS::DynamoDB::Table" or "AWS::DynamoDB::GlobalTable" => Words.Text(properties["SSESpecification"]?["SSEEnabled"]) == "true" ? By(Words.Text(properties["SSESpecification"]?["KMSMasterKeyId"])) : "yes, with a key of DynamoDB's",
            "AWS::ElastiCache::ReplicationGroup" => Words.Text(properties["AtRestEncryptionEnabled"]) == "true" ? By(key) : "no",
            _ => By(key),
        };
    }

    /// <summary>Says what is there when it is lost.</summary>
    /// <param name="resource">The resource.</param>
    public static string Backup(EvaluatedResource resource)
    {
        var properties = resource.Properties;
        return resource.Type switch
        {
            "AWS::RDS::DBInstance" when properties["DBClusterIdentifier"] is not null => "of its cluster",
            "AWS::RDS::DBCluster" or "AWS::RDS::DBInstance" => Words.Text(properties["BackupRetentionPeriod"]) is { } days and not "0" ? $"every day, kept {days} days" : "none",
            "AWS::DynamoDB::Table" => Words.Text(properties["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"]) == "true" ? "all the time, 35 days back" : "none",
            "AWS::S3::Bucket" => Words.Text(properties["VersioningConfiguration"]?["Status"]) == "Enabled" ? "old versions of objects" : "none",
            "AWS::EFS::FileSystem" => Words.Text(properties["BackupPolicy"]?["Status"]) == "ENABLED" ? "every day, by AWS Backup" : "none",
            "AWS::Logs::LogGroup" => Words.Text(properties["RetentionInDays"]) is { } days ? $"none; kept {days} days" : "none; kept for ever",
            _ => "none",
        };
    }

    /// <summary>Says what becomes of it when it leaves the template.</summary>
    /// <param name="resource">The resource.</param>
    public static string Fate(EvaluatedResource resource) => resource.DeletionPolicy switch
    {
        "Retain" or "RetainExceptOnCreate" => "it stays",
        "Snapshot" => "a snapshot stays",

        // CloudFormation User Guide, "DeletionPolicy attribute": without one, clusters, and instances of no cluster, leave a snapshot.
        null when resource.Type == "AWS::RDS::DBCluster" || (resource.Type == "AWS::RDS::DBInstance" && resource.Properties["DBClusterIdentifier"] is null) => "a snapshot stays",
        _ => "it is deleted",
    };

    private static string Bucket(JsonObject properties)
    {
        var rule = Words.Each(properties["BucketEncryption"]?["ServerSideEncryptionConfiguration"]).Select(one => one["ServerSideEncryptionByDefault"]).FirstOrDefault();
        return Words.Text(rule?["SSEAlgorithm"])?.StartsWith("aws:kms", StringComparison.Ordinal) == true ? By(Words.Text(rule?["KMSMasterKeyID"])) : "yes, with a key of S3's";
    }

    private static string By(string? key) => key is null or { Length: 0 } ? "yes, with AWS's key" : "yes, with a key of its own";
}
