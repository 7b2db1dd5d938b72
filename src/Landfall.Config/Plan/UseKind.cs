namespace Landfall.Config.Plan;

/// <summary>The kinds of thing a service can use.</summary>
public enum UseKind
{
    /// <summary>A relational database.</summary>
    Database,

    /// <summary>A DynamoDB table.</summary>
    Table,

    /// <summary>An S3 bucket.</summary>
    Bucket,

    /// <summary>An SQS queue to send to.</summary>
    Queue,

    /// <summary>A queue that this service consumes.</summary>
    QueueConsumer,

    /// <summary>A secret.</summary>
    Secret,

    /// <summary>Another service, called over the private network.</summary>
    Service,

    /// <summary>The Cognito user pool.</summary>
    Auth,

    /// <summary>The EMR cluster of an imported network.</summary>
    EmrCluster,

    /// <summary>The service that telemetry is sent to.</summary>
    Telemetry,
}
