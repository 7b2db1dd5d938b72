using System.Text.Json.Nodes;

namespace Landfall.Operations.Security.Templates;

/// <summary>Stores that have to be encrypted: each the same rule for another property. The controls are those of AWS Security Hub.</summary>
internal static class StoreRules
{
    private const string Reason = "Who gets at the disks, a snapshot or a copy of it reads the data.";
    private const string Later = "It cannot be turned on later: the data has to be copied then.";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<TemplateRule> All { get; } =
    [
        new MustBe(Store("aws-rds-unencrypted", "A database is not encrypted", "RDS.3", "StorageEncrypted: true", Later), "AWS::RDS::DBInstance", "StorageEncrypted", "true")
        {
            Remedy = true,
            Unless = ["DBClusterIdentifier", "DBSnapshotIdentifier", "SourceDBInstanceIdentifier", "SourceDBClusterIdentifier", "DBClusterSnapshotIdentifier"],
            UnlessBeginning = new Dictionary<string, string> { ["Engine"] = "aurora" },
        },
        new MustBe(Store("aws-aurora-unencrypted", "A database cluster is not encrypted", "RDS.27", "StorageEncrypted: true", Later), "AWS::RDS::DBCluster", "StorageEncrypted", "true")
        {
            Remedy = true,
            Unless = ["SnapshotIdentifier", "SourceDBClusterIdentifier", "ReplicationSourceIdentifier"],
        },
        new MustBe(Store("aws-documentdb-unencrypted", "A DocumentDB cluster is not encrypted", "DocumentDB.1", "StorageEncrypted: true", Later), "AWS::DocDB::DBCluster", "StorageEncrypted", "true")
        {
            Remedy = true,
            Unless = ["SnapshotIdentifier", "SourceDBClusterIdentifier"],
        },
        new MustBe(Store("aws-neptune-unencrypted", "A Neptune cluster is not encrypted", "Neptune.1", "StorageEncrypted: true", Later), "AWS::Neptune::DBCluster", "StorageEncrypted", "true")
        {
            Remedy = true,
            Unless = ["SnapshotIdentifier", "SourceDBClusterIdentifier"],
        },
        new MustBe(Store("aws-efs-unencrypted", "A file system is not encrypted", "EFS.1", "Encrypted: true", Later), "AWS::EFS::FileSystem", "Encrypted", "true") { Remedy = true },
        new MustBe(Store("aws-ebs-unencrypted", "A volume is not encrypted", "EC2.3", "Encrypted: true", Later), "AWS::EC2::Volume", "Encrypted", "true") { Remedy = true, Unless = ["SnapshotId"] },
        new MustBe(Store("aws-redshift-unencrypted", "A data warehouse is not encrypted", "Redshift.10", "Encrypted: true", ""), "AWS::Redshift::Cluster", "Encrypted", "true") { Remedy = true, Unless = ["SnapshotIdentifier"] },
        new MustBe(Store("aws-elasticache-unencrypted", "A cache is not encrypted at rest", "ElastiCache.4", "AtRestEncryptionEnabled: true", Later), "AWS::ElastiCache::ReplicationGroup", "AtRestEncryptionEnabled", "true") { Remedy = true },
        new MustBe(Store("aws-opensearch-unencrypted", "A search domain is not encrypted at rest", "Opensearch.1", "EncryptionAtRestOptions: { Enabled: true }", ""), "AWS::OpenSearchService::Domain", "EncryptionAtRestOptions.Enabled", "true") { Remedy = true },
        new MustBe(Store("aws-elasticsearch-unencrypted", "A search domain is not encrypted at rest", "ES.1", "EncryptionAtRestOptions: { Enabled: true }", ""), "AWS::Elasticsearch::Domain", "EncryptionAtRestOptions.Enabled", "true") { Remedy = true },
        new MustBe(Store("aws-dax-unencrypted", "A DAX cluster is not encrypted", "DynamoDB.3", "SSESpecification: { SSEEnabled: true }", Later), "AWS::DAX::Cluster", "SSESpecification.SSEEnabled", "true") { Remedy = true },
        new MustBe(Store("aws-global-cluster-unencrypted", "A global database is not encrypted", "RDS.27", "StorageEncrypted: true", Later), "AWS::RDS::GlobalCluster", "StorageEncrypted", "true") { Remedy = true, Unless = ["SourceDBClusterIdentifier"] },
        new MustBe(Store("aws-workspace-unencrypted", "A desktop's files are not encrypted", "WorkSpaces.1", "UserVolumeEncryptionEnabled: true", Later), "AWS::WorkSpaces::Workspace", "UserVolumeEncryptionEnabled", "true"),
        new MustBe(Store("aws-workspace-system-unencrypted", "A desktop's system disk is not encrypted", "WorkSpaces.2", "RootVolumeEncryptionEnabled: true", Later), "AWS::WorkSpaces::Workspace", "RootVolumeEncryptionEnabled", "true"),
        // A stream that Kinesis feeds is encrypted by that one (https://docs.aws.amazon.com/firehose/latest/dev/encryption.html).
        new MustBe(Stream("aws-firehose-unencrypted", "A delivery stream is not encrypted", "DataFirehose.1", "DeliveryStreamEncryptionConfigurationInput: { KeyType: AWS_OWNED_CMK }"), "AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamEncryptionConfigurationInput")
        {
            Remedy = new JsonObject { ["KeyType"] = "AWS_OWNED_CMK" },
            Unless = ["KinesisStreamSourceConfiguration", "MSKSourceConfiguration"],
        },
        new MustBe(Stream("aws-kinesis-unencrypted", "A stream is not encrypted", "Kinesis.1", "StreamEncryption: { EncryptionType: KMS, KeyId: alias/aws/kinesis }"), "AWS::Kinesis::Stream", "StreamEncryption") { Remedy = new JsonObject { ["EncryptionType"] = "KMS", ["KeyId"] = "alias/aws/kinesis" } },
        // SSE-SQS is on where nothing is said (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html).
        new MustBe(Stream("aws-sqs-unencrypted", "A queue is not encrypted", "SQS.1", "SqsManagedSseEnabled: true"), "AWS::SQS::Queue", "SqsManagedSseEnabled", "true") { Remedy = true, GoodByDefault = true, Unless = ["KmsMasterKeyId"] },
        new MustBe(OwnKey("aws-sqs-no-own-key", "A queue is encrypted by a key of AWS's", "SQS.1", "KmsMasterKeyId"), "AWS::SQS::Queue", "KmsMasterKeyId"),
        new MustBe(OwnKey("aws-sns-no-own-key", "A topic is encrypted by the disks of AWS's alone", "SNS.1", "KmsMasterKeyId"), "AWS::SNS::Topic", "KmsMasterKeyId"),
        new MustBe(OwnKey("aws-dynamodb-no-own-key", "A table is encrypted by a key of AWS's", "AWS: DynamoDB encryption at rest", "SSESpecification: { SSEEnabled: true }"), ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"], "SSESpecification.SSEEnabled", "true"),
    ];

    private static RuleFacts Store(string id, string title, string control, string property, string later) =>
        new(id, title, Severity.High, $"AWS FSBP {control}", $"{Reason} {later}".TrimEnd(), $"Set '{property}'.");

    private static RuleFacts Stream(string id, string title, string control, string property) =>
        new(id, title, Severity.Medium, $"AWS Security Hub {control}", "Messages wait on disks in plain.", $"Set '{property}'.");

    private static RuleFacts OwnKey(string id, string title, string reference, string property) =>
        new(id, title, Severity.Low, reference.StartsWith("AWS", StringComparison.Ordinal) ? reference : $"AWS Security Hub {reference}", "Its use is recorded nowhere, and it cannot be taken from anybody.", $"Where that matters, set '{property}' to a key of your own.");
}
