using System.Text.Json.Serialization;
using Landfall.Config.Stacks;

namespace Landfall.Config.Plan;

/// <summary>
/// Everything Landfall knows about one environment of one application: loaded, validated, resolved, immutable.
/// Synthesis, topology, documentation and operations read the plan; nothing reads the file again.
/// </summary>
public sealed record AppPlan
{
    /// <summary>The application's name, the first part of every stack name and of every parameter path.</summary>
    public required string App { get; init; }

    /// <summary>The environment's name, the second part of every stack name.</summary>
    public required string Environment { get; init; }

    /// <summary>The 12-digit AWS account, or null for whatever account the credentials belong to.</summary>
    public required string? Account { get; init; }

    /// <summary>The profile whose credentials are used, or null for those of the process.</summary>
    public required string? Profile { get; init; }

    /// <summary>The AWS region, for example <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>True when data is retained, stacks are termination-protected and deployments are confirmed.</summary>
    public required bool Protect { get; init; }

    /// <summary>Tags put on every resource, besides Landfall's own <c>landfall:app</c> and <c>landfall:environment</c>.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    /// <summary>Mail addresses and <c>https://</c> webhooks that alarms are sent to.</summary>
    public required IReadOnlyList<string> Notify { get; init; }

    /// <summary>Chats that alarms are written to, in order of their webhooks' secrets.</summary>
    public required IReadOnlyList<ChatPlan> Chats { get; init; }

    /// <summary>The address of the team's own runbooks, or null for the page of Landfall.</summary>
    public required string? Runbooks { get; init; }

    /// <summary>What the environment may cost in a month before somebody is told, or null.</summary>
    public required BudgetPlan? Budget { get; init; }

    /// <summary>Which dashboards there are.</summary>
    public required DashboardMode Dashboards { get; init; }

    /// <summary>Where traces, metrics and logs of the applications go, or null.</summary>
    public required TelemetryPlan? Telemetry { get; init; }

    /// <summary>The public name of the application, or null to serve plain HTTP on the load balancer's own name.</summary>
    public required DomainPlan? Domain { get; init; }

    /// <summary>When the environment sleeps, or null when it never does.</summary>
    public required NightSchedulePlan? NightSchedule { get; init; }

    /// <summary>What an operator may do.</summary>
    public required OperatePlan Operate { get; init; }

    /// <summary>Where everything runs.</summary>
    public required NetworkPlan Network { get; init; }

    /// <summary>Relational databases, in order of name.</summary>
    public required IReadOnlyList<DatabasePlan> Databases { get; init; }

    /// <summary>DynamoDB tables, in order of name.</summary>
    public required IReadOnlyList<TablePlan> Tables { get; init; }

    /// <summary>S3 buckets, in order of name.</summary>
    public required IReadOnlyList<BucketPlan> Buckets { get; init; }

    /// <summary>SQS queues, in order of name.</summary>
    public required IReadOnlyList<QueuePlan> Queues { get; init; }

    /// <summary>Secrets Manager secrets, in order of name.</summary>
    public required IReadOnlyList<SecretPlan> Secrets { get; init; }

    /// <summary>EFS file systems, in order of name.</summary>
    public required IReadOnlyList<FileSystemPlan> FileSystems { get; init; }

    /// <summary>Sign-in with Amazon Cognito, or null when the application has none.</summary>
    public required AuthPlan? Auth { get; init; }

    /// <summary>The load balancer's and CDN's web application firewall, or null when there is none.</summary>
    public required FirewallPlan? Firewall { get; init; }

    /// <summary>The id of AWS's list of the addresses from which its CDN asks origins; null where it is not known.</summary>
    public string? CdnPrefixList { get; init; }

    /// <summary>The quotas of its account that are known, by resource type and name; templates are held against them.</summary>
    public IReadOnlyDictionary<string, double> Quotas { get; init; } = new SortedDictionary<string, double>(StringComparer.Ordinal);

    /// <summary>The services, in order of name.</summary>
    public required IReadOnlyList<ServicePlan> Services { get; init; }

    /// <summary>Patches of synthesised resources: construct path to property path to value, from <c>overrides</c>.</summary>
    public required IReadOnlyList<OverridePlan> Overrides { get; init; }

    /// <summary>The folder of the user's own synth host, relative to the file, or null for Landfall's.</summary>
    public required string? Extend { get; init; }

    /// <summary>The pipeline that stands in the environment's place; null for an environment.</summary>
    public PipelinePlan? Pipeline { get; init; }

    /// <summary>What the environment is as a pull request's; null for one of the file.</summary>
    public PreviewPlan? Preview { get; init; }

    /// <summary>What every stack, name and parameter of this environment begins with: <c>app-environment</c>.</summary>
    [JsonIgnore]
    public string Prefix => AwsNames.Prefix;

    /// <summary>The root of this environment's SSM parameters: <c>/app/environment</c>.</summary>
    [JsonIgnore]
    public string ParameterRoot => AwsNames.ParameterRoot;

    /// <summary>The names in AWS that follow from the file alone.</summary>
    [JsonIgnore]
    public AwsNames AwsNames => new(App, Environment);
}
