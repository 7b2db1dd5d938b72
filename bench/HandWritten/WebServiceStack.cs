using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SSM;
using EcsAlarmBehavior = Amazon.CDK.AWS.ECS.AlarmBehavior;
using HealthCheck = Amazon.CDK.AWS.ElasticLoadBalancingV2.HealthCheck;

namespace HandWritten;

/// <summary>One Fargate service behind the shared load balancer.</summary>
internal sealed class WebServiceStack : Stack
{
    private readonly string _name;
    private readonly NetworkStack _network;

    public WebServiceStack(App app, Amazon.CDK.Environment environment, NetworkStack network, EdgeStack edge, string name, int number)
        : base(app, $"hand-{name}", new StackProps { Env = environment })
    {
        _name = name;
        _network = network;
        var target = new ApplicationTargetGroup(this, "TargetGroup", new ApplicationTargetGroupProps
        {
            Vpc = network.Vpc,
            Port = 8080,
            Protocol = ApplicationProtocol.HTTP,
            TargetType = TargetType.IP,
            DeregistrationDelay = Duration.Seconds(30),
            HealthCheck = new HealthCheck { Path = $"/{name}/health", Interval = Duration.Seconds(15), Timeout = Duration.Seconds(5) },
        });
        var rule = new ApplicationListenerRule(this, "Rule", new ApplicationListenerRuleProps
        {
            Listener = edge.Listener,
            Priority = number,
            Conditions = [ListenerCondition.PathPatterns([$"/{name}/*"])],
            Action = ListenerAction.Forward([target]),
        });
        var rollback = new ServiceAlarms(this, network, name).AddAll(target);
        var group = new SecurityGroup(this, "Group", new SecurityGroupProps { Vpc = network.Vpc });
        var task = TaskDefinition();
        var service = new FargateService(this, "Service", new FargateServiceProps
        {
            ServiceName = name,
            Cluster = network.Cluster,
            TaskDefinition = task,
            SecurityGroups = [group],
            VpcSubnets = new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
            MinHealthyPercent = 100,
            MaxHealthyPercent = 200,
            CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
            DeploymentAlarms = new DeploymentAlarmConfig { AlarmNames = rollback, Behavior = EcsAlarmBehavior.ROLLBACK_ON_ALARM },
            CapacityProviderStrategies = [new CapacityProviderStrategy { CapacityProvider = "FARGATE", Weight = 1 }],
            EnableECSManagedTags = true,
            PropagateTags = PropagatedTagSource.SERVICE,
            CloudMapOptions = new CloudMapOptions { Name = $"{_name}-tasks" },
            ServiceConnectConfiguration = new ServiceConnectProps
            {
                Namespace = "hand.internal",
                Services = [new ServiceConnectService { PortMappingName = "http", DiscoveryName = _name, DnsName = _name }],
            },
        });
        target.AddTarget(service);
        service.Node.AddDependency(rule);
        AddScaling(service, target);
        Publish("group", group.SecurityGroupId);
        Publish("task-definition", task.TaskDefinitionArn);
        Publish("url", $"http://{_name}:8080");
        Publish("public-url", $"http://{edge.LoadBalancer.LoadBalancerDnsName}/{_name}/");
    }

    private FargateTaskDefinition TaskDefinition()
    {
        var task = new FargateTaskDefinition(this, "Task", new FargateTaskDefinitionProps
        {
            Family = $"hand-{_name}",
            Cpu = 512,
            MemoryLimitMiB = 1024,
            RuntimePlatform = new RuntimePlatform { CpuArchitecture = CpuArchitecture.ARM64, OperatingSystemFamily = OperatingSystemFamily.LINUX },
        });
        task.AddContainer("App", new ContainerDefinitionOptions
        {
            ContainerName = _name,
            Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx:1.29"),
            ReadonlyRootFilesystem = true,
            Environment = new Dictionary<string, string> { ["LOG_LEVEL"] = "info" },
            PortMappings = [new PortMapping { Name = "http", ContainerPort = 8080, AppProtocol = Amazon.CDK.AWS.ECS.AppProtocol.Http }],
            Logging = LogDrivers.AwsLogs(new AwsLogDriverProps
            {
                StreamPrefix = _name,
                LogGroup = new LogGroup(this, "Logs", new LogGroupProps { LogGroupName = $"/hand/{_name}", Retention = RetentionDays.ONE_MONTH }),
            }),
        });
        return task;
    }

    private static void AddScaling(FargateService service, ApplicationTargetGroup target)
    {
        var scaling = service.AutoScaleTaskCount(new Amazon.CDK.AWS.ApplicationAutoScaling.EnableScalingProps { MinCapacity = 2, MaxCapacity = 10 });
        scaling.ScaleOnCpuUtilization("Cpu", new CpuUtilizationScalingProps { TargetUtilizationPercent = 60 });
        scaling.ScaleOnRequestCount("Requests", new RequestCountScalingProps { RequestsPerTarget = 500, TargetGroup = target });
    }

    private void Publish(string value, string text) =>
        _ = new StringParameter(this, $"Value-{value}", new StringParameterProps { ParameterName = $"/hand/{_name}/{value}", StringValue = text });
}
