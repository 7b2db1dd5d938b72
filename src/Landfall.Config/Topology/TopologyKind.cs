namespace Landfall.Config.Topology;

/// <summary>What a node of the topology is.</summary>
public enum TopologyKind
{
    /// <summary>A web service.</summary>
    Web,

    /// <summary>An internal service.</summary>
    Internal,

    /// <summary>A worker.</summary>
    Worker,

    /// <summary>A job.</summary>
    Job,

    /// <summary>A site.</summary>
    Site,

    /// <summary>A load test.</summary>
    LoadTest,

    /// <summary>A stack that the host that <c>extend</c> names adds.</summary>
    Stack,

    /// <summary>A relational database.</summary>
    Database,

    /// <summary>A DynamoDB table.</summary>
    Table,

    /// <summary>An S3 bucket.</summary>
    Bucket,

    /// <summary>An SQS queue.</summary>
    Queue,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>An EFS file system.</summary>
    FileSystem,

    /// <summary>The Cognito user pool.</summary>
    Auth,

    /// <summary>The EMR cluster of an imported network.</summary>
    EmrCluster,
}
