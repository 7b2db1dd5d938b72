using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.ServiceDiscovery;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Amazon.CDK.AWS.SSM;

namespace HandWritten;

/// <summary>A VPC without a way to the internet, its endpoints, the cluster and the alarms' topic.</summary>
internal sealed class NetworkStack : Stack
{
    public NetworkStack(App app, Amazon.CDK.Environment environment)
        : base(app, "hand-network", new StackProps { Env = environment })
    {
        Vpc = new Vpc(this, "Vpc", new VpcProps
        {
            IpAddresses = IpAddresses.Cidr("10.20.0.0/16"),
            AvailabilityZones = ["us-east-1a", "us-east-1b"],
            NatGateways = 0,
            RestrictDefaultSecurityGroup = false,
            SubnetConfiguration =
            [
                new SubnetConfiguration { Name = "public", SubnetType = SubnetType.PUBLIC, CidrMask = 24, MapPublicIpOnLaunch = false },
                new SubnetConfiguration { Name = "private", SubnetType = SubnetType.PRIVATE_ISOLATED, CidrMask = 20 },
            ],
        });
        AddFlowLog();
        AddEndpoints();
        Cluster = new Cluster(this, "Cluster", new ClusterProps
        {
            ClusterName = "hand",
            Vpc = Vpc,
            EnableFargateCapacityProviders = true,
            ContainerInsightsV2 = ContainerInsights.ENHANCED,
            DefaultCloudMapNamespace = new CloudMapNamespaceOptions
            {
                Name = "hand.internal",
                Type = NamespaceType.DNS_PRIVATE,
                UseForServiceConnect = true,
            },
        });
        Topic = new Topic(this, "Alarms", new TopicProps { EnforceSSL = true });
        Topic.AddSubscription(new EmailSubscription("ops@example.com"));
        PublishValues();
    }

    public Vpc Vpc { get; }

    public Cluster Cluster { get; }

    public Topic Topic { get; }

    /// <summary>One dashboard with three graphs of every service, and the state of their alarms.</summary>
    /// <param name="services">The services' names.</param>
    public void AddDashboard(IReadOnlyList<string> services) => _ = new Dashboard(this, "Dashboard", new DashboardProps
    {
        DashboardName = "hand",
        Widgets =
        [
            [
                new AlarmStatusWidget(new AlarmStatusWidgetProps
                {
                    Title = "Is everything well?",
                    Width = 24,
                    Alarms = [.. services.Select(service => Alarm.FromAlarmArn(this, $"Fault-{service}", FormatArn(new ArnComponents
                    {
                        Service = "cloudwatch",
                        Resource = "alarm",
                        ResourceName = $"hand-{service}-Fault",
                        ArnFormat = ArnFormat.COLON_RESOURCE_NAME,
                    })))],
                }),
            ],
            [
                Graph("Tasks", "ECS/ContainerInsights", "RunningTaskCount", services),
                Graph("CPU (%)", "AWS/ECS", "CPUUtilization", services),
                Graph("Memory (%)", "AWS/ECS", "MemoryUtilization", services),
            ],
        ],
    });

    private static GraphWidget Graph(string title, string area, string metric, IReadOnlyList<string> services) => new(new GraphWidgetProps
    {
        Title = title,
        Width = 8,
        Left =
        [
            .. services.Select(service => new Metric(new MetricProps
            {
                Namespace = area,
                MetricName = metric,
                Label = service,
                Period = Duration.Minutes(1),
                DimensionsMap = new Dictionary<string, string> { ["ClusterName"] = "hand", ["ServiceName"] = service },
            })),
        ],
    });

    private void AddFlowLog() => Vpc.AddFlowLog("FlowLog", new FlowLogOptions
    {
        Destination = FlowLogDestination.ToCloudWatchLogs(
            new LogGroup(this, "FlowLogGroup", new LogGroupProps { Retention = RetentionDays.ONE_MONTH }),
            new Role(this, "FlowLogRole", new RoleProps { AssumedBy = new ServicePrincipal("vpc-flow-logs.amazonaws.com") })),
    });

    private void AddEndpoints()
    {
        Vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });
        var group = new SecurityGroup(this, "EndpointGroup", new SecurityGroupProps { Vpc = Vpc, AllowAllOutbound = false });
        (string Id, IInterfaceVpcEndpointService Service)[] endpoints =
        [
            ("EcrApi", InterfaceVpcEndpointAwsService.ECR),
            ("EcrDocker", InterfaceVpcEndpointAwsService.ECR_DOCKER),
            ("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS),
            ("Ssm", InterfaceVpcEndpointAwsService.SSM),
        ];
        foreach (var (id, service) in endpoints)
        {
            Vpc.AddInterfaceEndpoint(id, new InterfaceVpcEndpointOptions { Service = service, SecurityGroups = [group] });
        }
    }

    private void PublishValues()
    {
        Publish("vpc-id", Vpc.VpcId);
        Publish("vpc-cidr", Vpc.VpcCidrBlock);
        Publish("cluster-name", Cluster.ClusterName);
        Publish("cluster-arn", Cluster.ClusterArn);
        Publish("namespace-name", Cluster.DefaultCloudMapNamespace!.NamespaceName);
        Publish("namespace-id", Cluster.DefaultCloudMapNamespace.NamespaceId);
        Publish("namespace-arn", Cluster.DefaultCloudMapNamespace.NamespaceArn);
        for (var i = 0; i < 2; i++)
        {
            Publish($"public-subnet-{i}", Vpc.PublicSubnets[i].SubnetId);
            Publish($"private-subnet-{i}", Vpc.IsolatedSubnets[i].SubnetId);
        }
    }

    private void Publish(string name, string value) =>
        _ = new StringParameter(this, $"Value-{name}", new StringParameterProps { ParameterName = $"/hand/network/{name}", StringValue = value });
}
