using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Connections;
using Landfall.Constructs.Dashboards;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Scaling;
using Landfall.Constructs.Services.Checks;
using Landfall.Constructs.Tasks;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Services;

/// <summary>A service that ECS keeps running: its tasks, the way in, alarms, scaling and deployments.</summary>
public abstract class ServiceStack : ContainerStack
{
    private CfnListenerRule? _unattached;

    internal ServiceStack(LandfallApp app, ContainerServicePlan plan, ScalePlan scale, DeployPlan deploy, AlarmPlan alarms, Route? route)
        : base(app, plan)
    {
        var balanced = route is null ? null : Balance(plan, deploy, route);
        var alarmNames = ServiceAlarms.Add(this, plan, alarms, balanced);
        var connect = ServiceConnect.Of(this, plan);
        var checks = route is null || deploy.Checks.Count == 0 ? [] : RolloutChecks.Add(this, plan, deploy, route, Subnets, () => SecurityGroups);
        Service = new CfnService(this, "Service", new CfnServiceProps
        {
            ServiceName = plan.Name,
            Cluster = Names.Cluster,
            TaskDefinition = TaskDefinitionArn,
            // A service that scales keeps the number of tasks that it has reached.
            DesiredCount = ServiceScaling.IsNeeded(Plan, scale) ? null : scale.Min,
            CapacityProviderStrategy = CapacityProviders.Of(plan.Task.SpotPercent),
            PlatformVersion = "LATEST",
            DeploymentConfiguration = Deployments.Of(deploy, alarmNames, checks),
            EnableExecuteCommand = plan.Task.Exec,
            EnableEcsManagedTags = true,
            PropagateTags = "SERVICE",
            HealthCheckGracePeriodSeconds = route?.Health.GracePeriod.TotalSeconds,
            LoadBalancers = balanced is null ? null : new object[] { balanced.Attachment },
            ServiceConnectConfiguration = connect,
            ServiceRegistries = ServicePorts.HasDnsName(plan)
                ? new object[] { new CfnService.ServiceRegistryProperty { RegistryArn = PrivateDns.OfTasks(this, plan.Name).AttrArn } }
                : null,
            NetworkConfiguration = new CfnService.NetworkConfigurationProperty
            {
                AwsvpcConfiguration = new CfnService.AwsVpcConfigurationProperty
                {
                    AssignPublicIp = "DISABLED",
                    Subnets = Subnets,
                    SecurityGroups = SecurityGroups,
                },
            },
        });
        AwaitedImage.Hold(this, Service);
        if (_unattached is not null)
        {
            // ECS refuses a target group that no listener leads to yet.
            Service.AddResourceDependency(_unattached);
        }

        ServiceDashboard.AddTo(this, plan, balanced);
        ServiceScaling.Add(this, plan.Name, scale, Service, balanced);
        if (ServicePorts.Of(plan) is not null)
        {
            Publish(new ServiceValues(plan.Name).Url, ServiceAddress.Connect(plan));
        }
    }

    /// <summary>The ECS service.</summary>
    public CfnService Service { get; }

    private Balanced Balance(ContainerServicePlan plan, DeployPlan deploy, Route route)
    {
        _ = new CfnSecurityGroupIngress(this, "FromLoadBalancer", new CfnSecurityGroupIngressProps
        {
            GroupId = SecurityGroupId,
            SourceSecurityGroupId = Read(route.LoadBalancerGroup),
            IpProtocol = "tcp",
            FromPort = route.Port,
            ToPort = route.Port,
            Description = "Load balancer to tasks",
        });

        // Two groups whatever the strategy, so that another strategy does not write the rule (ADR 5). Behind the internal load
        // balancer they are others than behind the public one: a service that goes from one to the other has both for a while,
        // and "you must verify that the target group is not in use by a listener for any other load balancer" (Elastic Load
        // Balancing, Create a target group for your Application Load Balancer).
        string[] ids = route.IsInternal ? ["InternalTargetGroup", "InternalAlternateTargetGroup"] : ["TargetGroup", "AlternateTargetGroup"];
        var groups = ids.Select(id => TargetGroups.Create(this, id, route.Health, route.Protocol)).ToArray();
        var arns = groups.Select(group => group.Ref).ToArray();
        var rule = Rules.Create(this, route, arns);
        var rolling = deploy.Strategy == DeployStrategy.Rolling;
        _unattached = rolling ? rule : null;
        return new Balanced(
            [.. groups.Select(group => group.AttrTargetGroupFullName)],
            Read(route.LoadBalancerName),
            new CfnService.LoadBalancerProperty
            {
                ContainerName = plan.Name,
                ContainerPort = route.Port,
                TargetGroupArn = arns[0],
                AdvancedConfiguration = rolling ? null : Shift(rule, deploy.IsTested ? Rules.CreateTest(this, route, arns) : null, arns),
            });
    }

    private CfnService.AdvancedConfigurationProperty Shift(CfnListenerRule rule, CfnListenerRule? test, string[] targetGroups)
    {
        var role = TrafficShift.Role(this, test is null ? [rule.Ref] : [rule.Ref, test.Ref], targetGroups);
        return new CfnService.AdvancedConfigurationProperty
        {
            AlternateTargetGroupArn = targetGroups[1],
            ProductionListenerRule = rule.Ref,
            TestListenerRule = test?.Ref,
            RoleArn = role.AttrArn,
        };
    }
}
