using Amazon.CDK;
using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Stacks;

namespace Landfall.Constructs.Foundation;

/// <summary>
/// Names and ARNs that follow from the plan alone, so that no stack has to ask another for them. Resources whose
/// identity AWS chooses (a VPC, a security group, a database's host) are published as shared values instead.
/// </summary>
public sealed class ResourceNames
{
    private readonly AppPlan _plan;
    private readonly AwsNames _names;

    internal ResourceNames(AppPlan plan)
    {
        _plan = plan;
        _names = plan.AwsNames;
        Account = plan.Account ?? Aws.ACCOUNT_ID;
        Region = RegionTable.Of(plan.Region);
    }

    /// <summary>The account, or a reference to it when the plan leaves it open.</summary>
    public string Account { get; }

    /// <summary>The partition that the region belongs to, the second part of every ARN.</summary>
    public string Partition => Region.Partition;

    /// <summary>The ECS cluster's name.</summary>
    public string Cluster => _names.Cluster;

    /// <summary>The ECS cluster's ARN.</summary>
    public string ClusterArn => Arn("ecs", $"cluster/{Cluster}");

    /// <summary>The private DNS namespace, for example <c>dev.shop.local</c>.</summary>
    public string Namespace => _names.Namespace;

    /// <summary>A queue's name.</summary>
    /// <param name="queue">The queue.</param>
    /// <returns>For example <c>shop-dev-emails</c>, ending in <c>.fifo</c> for a FIFO queue.</returns>
    public string Queue(QueuePlan queue) => _names.Queue(queue.Name, queue.Fifo);

    /// <summary>The name of a queue's dead-letter queue.</summary>
    /// <param name="queue">The queue.</param>
    /// <returns>For example <c>shop-dev-emails-dead</c>.</returns>
    public string DeadLetterQueue(QueuePlan queue) => _names.DeadLetterQueue(queue.Name, queue.Fifo);

    /// <summary>A queue's ARN.</summary>
    /// <param name="queue">The queue.</param>
    /// <returns>The ARN.</returns>
    public string QueueArn(QueuePlan queue) => Arn("sqs", Queue(queue));

    /// <summary>A queue's URL.</summary>
    /// <param name="queue">The queue.</param>
    /// <returns>The URL.</returns>
    public string QueueUrl(QueuePlan queue) => $"https://sqs.{_plan.Region}.{Region.DnsSuffix}/{Account}/{Queue(queue)}";

    /// <summary>A table's name.</summary>
    /// <param name="table">The table's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>For example <c>shop-dev-audit</c>; of a table that was there before its own.</returns>
    public string Table(string table) => _plan.Tables.FirstOrDefault(one => one.Name == table)?.AwsName ?? _names.Table(table);

    /// <summary>A table's ARN; its indexes' are <c>…/index/*</c>.</summary>
    /// <param name="table">The table's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>The ARN.</returns>
    public string TableArn(string table) => Arn("dynamodb", $"table/{Table(table)}");

    /// <summary>A bucket's name, which has to be unique in the world.</summary>
    /// <param name="bucket">The bucket's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>For example <c>shop-dev-uploads-111111111111-eu-west-1</c>; of a bucket that was there before its own.</returns>
    public string Bucket(string bucket) => _plan.Buckets.FirstOrDefault(one => one.Name == bucket)?.AwsName ?? _names.Bucket(bucket, Account, _plan.Region);

    /// <summary>A bucket's ARN; its objects' are <c>…/*</c>.</summary>
    /// <param name="bucket">The bucket's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>The ARN.</returns>
    public string BucketArn(string bucket) => $"arn:{Partition}:s3:::{Bucket(bucket)}";

    /// <summary>The name of the ECR repository that holds a service's built images.</summary>
    /// <param name="service">The service's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>For example <c>shop/dev/api</c>.</returns>
    public string Repository(string service) => _names.Repository(service);

    /// <summary>The ECR repository's ARN.</summary>
    /// <param name="service">The service's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>The ARN.</returns>
    public string RepositoryArn(string service) => Arn("ecr", $"repository/{Repository(service)}");

    /// <summary>The ECR repository's address, without tag or digest.</summary>
    /// <param name="service">The service's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>For example <c>111111111111.dkr.ecr.eu-west-1.amazonaws.com/shop/dev/api</c>.</returns>
    public string RepositoryUri(string service) =>
        $"{Account}.dkr.ecr.{_plan.Region}.{Region.DnsSuffix}/{Repository(service)}";

    /// <summary>The log group of a service.</summary>
    /// <param name="service">The service's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>For example <c>/shop/dev/api</c>.</returns>
    public string LogGroup(string service) => _names.LogGroup(service);

    /// <summary>The log group of the checks of a service's rollouts.</summary>
    /// <param name="service">The service's name in AWS, a plan's <c>Name</c>.</param>
    /// <returns>For example <c>/shop/dev/api/checks</c>.</returns>
    public string ChecksLogGroup(string service) => _names.ChecksLogGroup(service);

    /// <summary>The log group of a job's state machine.</summary>
    /// <param name="job">The job.</param>
    /// <returns>For example <c>/aws/vendedlogs/states/shop/dev/nightly</c>.</returns>
    public string RunLogGroup(string job) => $"/aws/vendedlogs/states{LogGroup(job)}";

    /// <summary>The log group of the function that brings a site's files into its bucket.</summary>
    /// <param name="site">The site.</param>
    /// <returns>For example <c>/shop/dev/web-deploy</c>.</returns>
    public string DeployLogGroup(string site) => _names.SiteLogGroup(site);

    /// <summary>An ARN in the environment's account and region.</summary>
    /// <param name="service">The AWS service's prefix.</param>
    /// <param name="resource">Everything after the account.</param>
    /// <returns>The ARN.</returns>
    public string Arn(string service, string resource) =>
        $"arn:{Partition}:{service}:{_plan.Region}:{Account}:{resource}";

    /// <summary>What there is in the region.</summary>
    internal RegionCapabilities Region { get; }
}
