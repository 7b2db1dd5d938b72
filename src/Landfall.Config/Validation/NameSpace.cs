namespace Landfall.Config.Validation;

/// <summary>Resources of which AWS has each name only once.</summary>
internal enum NameSpace
{
    /// <summary>CloudFormation's stacks, in an account and region; what a service's stack names after itself, too.</summary>
    Stack,

    /// <summary>DynamoDB's tables, in an account and region.</summary>
    Table,

    /// <summary>S3's buckets, in the world.</summary>
    Bucket,

    /// <summary>SQS's queues, in an account and region.</summary>
    Queue,

    /// <summary>CloudWatch's log groups, in an account and region.</summary>
    LogGroup,

    /// <summary>CloudFront's functions, policies and access controls, in an account.</summary>
    CloudFront,

    /// <summary>Cognito's addresses, in a region.</summary>
    SignIn,
}
