using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Tree;

namespace Landfall.Config.Model;

/// <summary>What can be set for the whole application and again for one environment.</summary>
internal record SettingsModel : Section
{
    [Key("The AWS account, twelve digits, in quotes.", Loose = true, Default = "the account of the credentials")]
    public string? Account { get; init; }

    [Key("The AWS region, for example eu-west-1. Needed in every environment, here or above.")]
    public string? Region { get; init; }

    [Key("The profile of ~/.aws/config whose credentials are used, as --profile of the AWS CLI.", Default = "the credentials of the process: AWS_PROFILE, AWS_ACCESS_KEY_ID, …",
        Pattern = "\\S(.{0,126}\\S)?", PatternMeaning = "a profile's name, of at most 128 characters")]
    public string? Profile { get; init; }

    [Key("Protect the environment: stacks cannot be deleted, data is retained, deployments are confirmed.")]
    public bool Protect { get; init; }

    [Key("Whom alarms are sent to: mail addresses, https:// webhooks that confirm subscriptions of SNS, and chats.", OrOne = true)]
    public IReadOnlyList<NotifyModel> Notify { get; init; } = [];

    [Key("Where your own runbooks stand; each alarm links this address with the alarm's kind behind it, for example …#error-rate.", Default = "docs/alarms.md of Landfall",
        Pattern = "https://[^\\s#]{1,400}", PatternMeaning = "an address that begins with https:// and has no #")]
    public string? Runbooks { get; init; }

    [Key("What the environment may cost in a month before 'notify' is told: an amount, or details. Its tags have to be cost allocation tags, see docs/alarms.md.")]
    public BudgetModel? Budget { get; init; }

    [Key("Dashboards in CloudWatch: none, environment (one of all services) or services (one of each service too, with what it uses). An account has three for nothing; each other one costs 3 USD a month.")]
    public DashboardMode Dashboards { get; init; } = DashboardMode.Environment;

    [Key("Where traces, metrics and logs of the applications go: a back end in one word, or details. See docs/telemetry.md.")]
    public TelemetryModel? Telemetry { get; init; }

    [Key("Tags on every resource.", Loose = true)]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [Key("Hours outside which every service goes to zero tasks.")]
    public NightScheduleModel? Schedule { get; init; }

    [Key("What the operator ('landfall operate') may do by itself. See docs/operator.md.")]
    public OperateModel Operate { get; init; } = new();

    [Key("The public name. Without one, plain HTTP is served on the load balancer's own name.")]
    public DomainModel? Domain { get; init; }

    [Key("The network that everything runs in.")]
    public NetworkModel Network { get; init; } = new();

    [Key("Relational databases by name.")]
    public IReadOnlyDictionary<string, DatabaseModel> Databases { get; init; } = new Dictionary<string, DatabaseModel>();

    [Key("DynamoDB tables by name.")]
    public IReadOnlyDictionary<string, TableModel> Tables { get; init; } = new Dictionary<string, TableModel>();

    [Key("S3 buckets by name: private, encrypted, TLS only.")]
    public IReadOnlyDictionary<string, BucketModel> Buckets { get; init; } = new Dictionary<string, BucketModel>();

    [Key("SQS queues by name; each gets a dead-letter queue.")]
    public IReadOnlyDictionary<string, QueueModel> Queues { get; init; } = new Dictionary<string, QueueModel>();

    [Key("Secrets Manager secrets by name. Without 'generate' a person supplies the value: 'deploy' asks for it, 'landfall secret set' takes it.")]
    public IReadOnlyDictionary<string, SecretModel> Secrets { get; init; } = new Dictionary<string, SecretModel>();

    [Key("EFS file systems by name, for 'volumes' of services.")]
    public IReadOnlyDictionary<string, FileSystemModel> Files { get; init; } = new Dictionary<string, FileSystemModel>();

    [Key("Sign-in with a Cognito user pool. Services reach it as 'auth' in 'uses'.")]
    public AuthModel? Auth { get; init; }

    [Key("AWS WAF with AWS managed rules in front of the load balancer and of the CDN, whose firewall is in us-east-1 whatever the region.")]
    public FirewallModel? Firewall { get; init; }

    [Key("The services by name; each becomes a stack.")]
    public IReadOnlyDictionary<string, ServiceModel> Services { get; init; } = new Dictionary<string, ServiceModel>();

    [Key("Patches of synthesised resources: path (stack and construct ids, for example api/TargetGroup) to property path to value; null deletes the property.")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ConfigNode>> Overrides { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, ConfigNode>>();
}
