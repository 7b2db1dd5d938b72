using System.Text.Json.Nodes;
using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>What databases, tables, buckets, queues and secrets use.</summary>
internal static class DataUses
{
    private const int Hours = PriceTable.HoursOfAMonth;

    public static IReadOnlyList<UseRule> Rules { get; } =
    [
        new("AWS::RDS::DBCluster", Cluster),
        new("AWS::RDS::DBInstance", Instance),
        new("AWS::DynamoDB::Table", Table),
        new(
            "AWS::S3::Bucket",
            new Use("bucketStorageGb", "storage", Assumptions.BucketData),
            new Use("bucketWriteThousand", "writes", Assumptions.BucketWrites),
            new Use("bucketReadThousand", "reads", Assumptions.BucketReads)),
        new("AWS::EFS::FileSystem", new Use("fileSystemStorageGb", "storage", Assumptions.FileData)),
        new("AWS::SQS::Queue", Queue),
        new("AWS::SNS::Topic", new Use("topicRequestMillion", "requests", Assumptions.TopicRequests)),
        new("AWS::SecretsManager::Secret", Secret),
        new("AWS::KMS::Key", new Use("key", "key", 1)),
        new("AWS::ECR::Repository", new Use("repositoryStorageGb", "images", Assumptions.Images)),
        new("AWS::Cognito::UserPool", new Use("userMonth", "users who sign in", Assumptions.Users)),
    ];

    /// <summary>Each instance of a cluster scales within its limits; one that may have nothing pauses, and is reckoned as if it did at its lowest.</summary>
    private static IEnumerable<Use> Cluster(EvaluatedResource cluster, EstimatedResources all)
    {
        if (cluster.Properties["ServerlessV2ScalingConfiguration"] is JsonObject scaling)
        {
            var instances = all.OfType("AWS::RDS::DBInstance").Count(instance => Token.In(Scalars.Text(instance.Properties["DBClusterIdentifier"]) ?? "").Contains((cluster.Stack, cluster.LogicalId)));
            var capacity = Extent.Between(Scalars.Decimal(scaling["MinCapacity"]) ?? 0, Scalars.Decimal(scaling["MaxCapacity"]) ?? 0);
            yield return new("auroraAcuHour", instances == 1 ? "capacity" : $"capacity of {instances} instances", capacity * instances * Hours);
        }

        yield return new("auroraStorageGb", "storage", Assumptions.DatabaseData);
        yield return new("auroraIoMillion", "I/O", Assumptions.DatabaseIo);
        if (Scalars.Text(cluster.Properties["ManageMasterUserPassword"]) == "true")
            yield return new("secret", "the password's secret", 1);
    }

    /// <summary>"Multi-AZ": twice the instance and twice its storage (Amazon RDS pricing). Of a serverless cluster the cluster is paid for.</summary>
    private static IEnumerable<Use> Instance(EvaluatedResource instance, EstimatedResources all)
    {
        var properties = instance.Properties;
        if (Scalars.Text(properties["DBInstanceClass"]) is not { } type || type == "db.serverless")
            yield break;
        var (engine, copies) = (Scalars.Text(properties["Engine"]), Scalars.Text(properties["MultiAZ"]) == "true" ? 2 : 1);
        yield return new(PriceTable.DatabaseInstance(engine, type), $"{type}{(copies == 2 ? " in two zones" : "")}", Hours * copies);
        var least = Scalars.Decimal(properties["AllocatedStorage"]) ?? 0;
        yield return new($"rds.{engine}.storageGb", "storage", Extent.Between(least, Scalars.Decimal(properties["MaxAllocatedStorage"]) ?? least) * copies);
        if (Scalars.Text(properties["ManageMasterUserPassword"]) == "true")
            yield return new("secret", "the password's secret", 1);
    }

    private static IEnumerable<Use> Table(EvaluatedResource table, EstimatedResources all)
    {
        if (Scalars.Text(table.Properties["BillingMode"]) == "PAY_PER_REQUEST")
        {
            yield return new("tableReadMillion", "reads", Assumptions.TableReads);
            yield return new("tableWriteMillion", "writes", Assumptions.TableWrites);
        }
        else
        {
            // Every index has a capacity of its own.
            var throughputs = (table.Properties["GlobalSecondaryIndexes"] as JsonArray ?? []).Append(table.Properties).Select(owner => owner?["ProvisionedThroughput"]).ToList();
            yield return new("tableReadUnitHour", "capacity to read", Hours * throughputs.Sum(t => Scalars.Decimal(t?["ReadCapacityUnits"]) ?? 0));
            yield return new("tableWriteUnitHour", "capacity to write", Hours * throughputs.Sum(t => Scalars.Decimal(t?["WriteCapacityUnits"]) ?? 0));
        }

        yield return new("tableStorageGb", "storage", Assumptions.TableData);
        if (Scalars.Text(table.Properties["PointInTimeRecoverySpecification"]?["PointInTimeRecoveryEnabled"]) == "true")
            yield return new("tableBackupGb", "continuous backups", Assumptions.TableData);
    }

    private static IEnumerable<Use> Queue(EvaluatedResource queue, EstimatedResources all) =>
        [new(Scalars.Text(queue.Properties["FifoQueue"]) == "true" ? "queueFifoRequestMillion" : "queueRequestMillion", "requests", Assumptions.QueueRequests)];

    private static IEnumerable<Use> Secret(EvaluatedResource secret, EstimatedResources all) =>
        [new("secret", "secret", 1), new("secretRequestTenThousand", "reads", Assumptions.SecretReads)];
}
