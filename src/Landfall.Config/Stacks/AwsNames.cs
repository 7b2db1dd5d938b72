using System.Globalization;
using Landfall.Config.Limits;
using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>
/// The names in AWS that follow from the file alone: the one place where they are made up. Each takes the name under
/// which AWS knows a thing (a plan's <c>Name</c>). A name that is longer than AWS takes is shortened, with a hash of the whole
/// at its end; one that fits is never touched, since another name is another resource.
/// </summary>
/// <param name="App">The application's name.</param>
/// <param name="Environment">The environment's name.</param>
public sealed record AwsNames(string App, string Environment)
{
    /// <summary>Where, below <see cref="ParameterRoot"/>, the internal load balancer's listener is published.</summary>
    internal const string InternalListenerPart = "edge/internal-listener-arn";

    /// <summary>Where, below <see cref="ParameterRoot"/>, the address that people open is published.</summary>
    internal const string UrlPart = "edge/url";

    /// <summary>The last part of a released image's parameter.</summary>
    internal const string ImagePart = "image";

    /// <summary>What a released image's parameter has before the first release.</summary>
    internal const string NoImage = "none";

    /// <summary>What every private DNS namespace ends with, and no public name.</summary>
    internal const string PrivateEnd = ".local";

    /// <summary>What every stack and most names begin with: <c>app-environment</c>.</summary>
    public string Prefix => $"{App}-{Environment}";

    /// <summary>The ECS cluster.</summary>
    internal string Cluster => Prefix;

    /// <summary>An alarm, by the part of its stack and its own id, for example <c>shop-dev-api-Fault</c>.</summary>
    internal string Alarm(string part, string id) => $"{Stack(part)}-{id}";

    /// <summary>The root of the SSM parameters: <c>/app/environment</c>.</summary>
    public string ParameterRoot => $"/{App}/{Environment}";

    /// <summary>The private DNS namespace, for example <c>dev.shop.local</c>.</summary>
    public string Namespace => $"{Environment}.{App}{PrivateEnd}";

    /// <summary>A stack, by its part: <c>network</c>, <c>data</c>, <c>edge</c> or a service's name.</summary>
    public string Stack(string part) => $"{Prefix}-{part}";

    /// <summary>A queue, for example <c>shop-dev-emails</c>, ending in <c>.fifo</c> for a FIFO queue.</summary>
    public string Queue(string queue, bool fifo)
    {
        var end = fifo ? ".fifo" : "";
        return ShortName.Of($"{Prefix}-{queue}", LimitList.Of("AWS::SQS::Queue", "name").Whole - end.Length) + end;
    }

    /// <summary>A queue's dead-letter queue, for example <c>shop-dev-emails-dead</c>.</summary>
    public string DeadLetterQueue(string queue, bool fifo) => Queue($"{queue}-dead", fifo);

    /// <summary>A table, for example <c>shop-dev-audit</c>.</summary>
    public string Table(string table) => ShortName.Of($"{Prefix}-{table}", LimitList.Of("AWS::DynamoDB::Table", "name").Whole);

    /// <summary>A table, or the one that was there before it and was taken over.</summary>
    internal string Table(TablePlan table) => table.AwsName ?? Table(table.Name);

    /// <summary>A bucket, which has to be unique in the world: <c>shop-dev-uploads-111111111111-eu-west-1</c>.</summary>
    public string Bucket(string bucket, string account, string region)
    {
        var room = LimitList.Of("AWS::S3::Bucket", "name").Whole - AccountLength - region.Length - 2;
        return $"{ShortName.Of($"{Prefix}-{bucket}", room)}-{account}-{region}";
    }

    /// <summary>A secret, for example <c>shop/dev/stripe</c>.</summary>
    public string Secret(string secret) => $"{App}/{Environment}/{secret}";

    /// <summary>The ECR repository of a service's built images, for example <c>shop/dev/api</c>.</summary>
    public string Repository(string service) => $"{App}/{Environment}/{service}";

    /// <summary>
    /// The parameter with a service's released image, for example <c>/shop/dev/services/api/image</c>. No stack owns it:
    /// CloudFormation would put its own value back with the next change of its tags (ADR 22).
    /// </summary>
    public string ImageParameter(string service) => $"{ParameterRoot}/services/{service}/{ImagePart}";

    /// <summary>A service's log group, for example <c>/shop/dev/api</c>.</summary>
    public string LogGroup(string service) => $"{ParameterRoot}/{service}";

    /// <summary>The log group of the checks of a service's rollouts, for example <c>/shop/dev/api/checks</c>.</summary>
    public string ChecksLogGroup(string service) => LogGroup($"{service}/checks");

    /// <summary>The log group of the function that brings a site's files into its bucket, for example <c>/shop/dev/web-deploy</c>.</summary>
    public string SiteLogGroup(string site) => LogGroup($"{site}-deploy");

    /// <summary>The log group of the network's traffic, for example <c>/shop/dev/flow-logs</c>.</summary>
    public string FlowLogGroup => LogGroup("flow-logs");

    /// <summary>A job's schedule and state machine, for example <c>shop-dev-nightly</c>.</summary>
    public string Job(string job) => ShortName.Of($"{Prefix}-{job}", LimitList.Of("AWS::Scheduler::Schedule", "name").Whole);

    /// <summary>The role that a pipeline reads an environment with, for example <c>shop-dev-change</c>.</summary>
    public string ChangeRole => Role("change");

    /// <summary>The role that a model is asked with to review a pull request, for example <c>shop-dev-review</c>.</summary>
    public string ReviewRole => Role("review");

    /// <summary>The role that a pipeline deploys an environment with, for example <c>shop-dev-deploy</c>.</summary>
    public string DeployRole => Role("deploy");

    /// <summary>The parameter that locks the environment while somebody changes it (ADR 12).</summary>
    public string Lock => $"/landfall/locks/{App}/{Environment}";

    /// <summary>
    /// A snapshot of a database, for example <c>shop-dev-orders-20260301t120000z</c>: up to 63 letters, digits and single hyphens for an
    /// instance's and a cluster's alike (RDS API Reference, CreateDBClusterSnapshot).
    /// </summary>
    internal string Snapshot(string database, DateTimeOffset at)
    {
        var time = Moment(at);
        return $"{ShortName.Of($"{Prefix}-{database}", LongestSnapshot - time.Length - 1)}-{time}";
    }

    /// <summary>
    /// A database or table that is restored beside the original, for example <c>shop-dev-orders-restored-20260301t120000z</c>, with room for
    /// the number of an instance: identifiers of clusters and instances have up to 63 letters, digits and single hyphens (RDS API
    /// Reference, RestoreDBClusterFromSnapshot).
    /// </summary>
    internal string Restored(string data, DateTimeOffset at) => $"{RestoredPrefix(data)}{Moment(at)}";

    /// <summary>What the names of all begin with that were restored of one database or table.</summary>
    internal string RestoredPrefix(string data)
    {
        const string Middle = "-restored-";
        return $"{ShortName.Of($"{Prefix}-{data}", LongestSnapshot - Middle.Length - Moment(default).Length - 2)}{Middle}";
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd't'HHmmss'z'", CultureInfo.InvariantCulture);

    /// <summary>The parameter with the head of the environment's audit trail (ADR 25).</summary>
    internal string AuditHead => $"/landfall/audit/{App}/{Environment}";

    /// <summary>What the keys of the audit trail's entries begin with, in <see cref="AuditBucket"/>.</summary>
    internal string AuditPrefix => $"{App}/{Environment}/";

    /// <summary>The bucket with the entries of every audit trail of an account and region.</summary>
    internal static string AuditBucket(string account, string region) => $"landfall-audit-{account}-{region}";

    /// <summary>The CloudFront function that finds a site's documents, for example <c>shop-dev-web-paths</c>.</summary>
    public string PathFunction(string site) => ShortName.Of($"{Prefix}-{site}-paths", LimitList.Of("AWS::CloudFront::Function", "name").Whole);

    /// <summary>The right of a site's distribution to read its bucket, for example <c>shop-dev-web</c>.</summary>
    public string OriginAccess(string site) => ShortName.Of($"{Prefix}-{site}", LimitList.Of("AWS::CloudFront::OriginAccessControl", "name").Whole);

    /// <summary>A user pool's client, for example <c>shop-dev-browser</c>.</summary>
    public string SignInClient(string client) => ShortName.Of($"{Prefix}-{client}", LimitList.Of("AWS::Cognito::UserPoolClient", "name").Whole);

    /// <summary>A service's name in Cloud Map, under which Service Connect finds it; private DNS has the plain one.</summary>
    public static string Discovery(string service) => ShortName.Of($"{service}-connect", LimitList.Of("AWS::ECS::Service", "discovery").Whole);

    /// <summary>The first label of the sign-in pages' address; a variant is another user pool's, which stands beside the first.</summary>
    public string SignInDomain(string account, string variant)
    {
        var room = LimitList.Of("AWS::Cognito::UserPoolDomain", "name").Whole - AccountLength - 1;
        return $"{ShortName.Of($"{Prefix}{(variant.Length == 0 ? "" : $"-{variant}")}", room)}-{account}";
    }

    /// <summary>A pipeline and its stack, for example <c>shop-pipeline</c> or <c>shop-pipeline-release</c>.</summary>
    public static string PipelineStack(string app, string pipeline) => new AwsNames(app, PipelineNames.Of(pipeline)).Prefix;

    /// <summary>A role by what it is for, for example <c>shop-dev-deploy</c>.</summary>
    public string Role(string purpose) => ShortName.Of($"{Prefix}-{purpose}", LongestRole);

    // IAM User Guide, "IAM and AWS STS quotas": 64 characters of a role's name.
    private const int LongestRole = 64;

    private const int LongestSnapshot = 63;

    // The account may be a reference that only CloudFormation knows: it is twelve digits all the same.
    private const int AccountLength = 12;
}
