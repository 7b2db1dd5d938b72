using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SSM;

namespace HandWritten;

/// <summary>The load balancer that all services share.</summary>
internal sealed class EdgeStack : Stack
{
    public EdgeStack(App app, Amazon.CDK.Environment environment, NetworkStack network)
        : base(app, "hand-edge", new StackProps { Env = environment })
    {
        // All outbound is open, because an egress rule for each service would make this stack depend on theirs.
        var group = new SecurityGroup(this, "Group", new SecurityGroupProps { Vpc = network.Vpc, AllowAllOutbound = true });
        LoadBalancer = new ApplicationLoadBalancer(this, "LoadBalancer", new ApplicationLoadBalancerProps
        {
            Vpc = network.Vpc,
            InternetFacing = true,
            SecurityGroup = group,
            DropInvalidHeaderFields = true,
        });
        LoadBalancer.LogAccessLogs(new Bucket(this, "AccessLogs", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            Encryption = BucketEncryption.S3_MANAGED,
            EnforceSSL = true,
            LifecycleRules = [new LifecycleRule { Expiration = Duration.Days(90) }],
        }));
        Listener = LoadBalancer.AddListener("Http", new BaseApplicationListenerProps
        {
            Port = 80,
            Open = true,
            DefaultAction = ListenerAction.FixedResponse(404, new FixedResponseOptions { ContentType = "text/plain", MessageBody = "Not found" }),
        });
        var errors = new Alarm(this, "LoadBalancerErrors", new AlarmProps
        {
            Metric = LoadBalancer.Metrics.HttpCodeElb(HttpCodeElb.ELB_5XX_COUNT, new MetricOptions { Period = Duration.Minutes(1) }),
            Threshold = 5,
            EvaluationPeriods = 3,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        errors.AddAlarmAction(new SnsAction(network.Topic));
        Publish("arn", LoadBalancer.LoadBalancerArn);
        Publish("name", LoadBalancer.LoadBalancerFullName);
        Publish("dns-name", LoadBalancer.LoadBalancerDnsName);
        Publish("group", group.SecurityGroupId);
        Publish("listener", Listener.ListenerArn);
    }

    public ApplicationLoadBalancer LoadBalancer { get; }

    public ApplicationListener Listener { get; }

    private void Publish(string name, string value) =>
        _ = new StringParameter(this, $"Value-{name}", new StringParameterProps { ParameterName = $"/hand/edge/{name}", StringValue = value });
}
