using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ServiceDiscovery;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Dashboards;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Sleep;

namespace Landfall.Constructs.Network;

/// <summary>The VPC with its endpoints, the ECS cluster, the private DNS namespace and the log groups.</summary>
public class NetworkStack : LandfallStack
{
    /// <summary>Creates the network of an environment.</summary>
    /// <param name="app">The app.</param>
    public NetworkStack(LandfallApp app)
        : base(app, "network", $"Network of {app.Plan.App} ({app.Plan.Environment})")
    {
        var network = Plan.Network.Import is { } import ? Subnets.InImportedVpc(this, import) : Subnets.InNewVpc(this);
        var tasks = TaskSecurityGroup(network);
        Endpoints.Create(this, network, tasks);

        // An imported VPC's owner decides whether its traffic is recorded.
        if (Plan.Network is { FlowLogs: true, Import: null })
        {
            FlowLogs.Create(this, network.VpcId);
        }

        PublishNetwork(network, tasks);
        CreateCluster(network);
        LogGroups.Create(this);
        AlarmTopic.AddTo(this);
        Holidays.AddTo(this);
        EnvironmentDashboard.AddTo(this);
    }

    /// <summary>A group that admits nobody: what tasks have in common, for the endpoints to admit.</summary>
    private string TaskSecurityGroup(NetworkTier network) => new CfnSecurityGroup(this, "TaskSecurityGroup", new CfnSecurityGroupProps
    {
        GroupDescription = "All tasks of the environment; admits nobody",
        VpcId = network.VpcId,
        SecurityGroupEgress = new object[]
        {
            new CfnSecurityGroup.EgressProperty { CidrIp = "0.0.0.0/0", IpProtocol = "-1", Description = "All outbound traffic" },
        },
    }).AttrGroupId;

    private void PublishNetwork(NetworkTier network, string tasks)
    {
        Publish(NetworkValues.VpcId, network.VpcId);
        Publish(NetworkValues.VpcCidr, network.VpcCidr);
        Publish(NetworkValues.TaskSecurityGroup, tasks);
        for (var i = 0; i < network.PublicSubnets.Count; i++)
        {
            Publish(NetworkValues.PublicSubnet(i + 1), network.PublicSubnets[i]);
        }

        for (var i = 0; i < network.PrivateSubnets.Count; i++)
        {
            Publish(NetworkValues.PrivateSubnet(i + 1), network.PrivateSubnets[i]);
        }
    }

    private void CreateCluster(NetworkTier network)
    {
        var names = new CfnPrivateDnsNamespace(this, "Namespace", new CfnPrivateDnsNamespaceProps
        {
            Name = Names.Namespace,
            Vpc = network.VpcId,
            Description = $"Private names of {Plan.App} ({Plan.Environment})",
        });
        var cluster = new CfnCluster(this, "Cluster", new CfnClusterProps
        {
            ClusterName = Names.Cluster,
            ClusterSettings = new object[] { new CfnCluster.ClusterSettingsProperty { Name = "containerInsights", Value = "enhanced" } },
            CapacityProviders = ["FARGATE", "FARGATE_SPOT"],
            ServiceConnectDefaults = new CfnCluster.ServiceConnectDefaultsProperty { Namespace = names.AttrArn },
        });
        Publish(NetworkValues.ClusterName, cluster.Ref);
        Publish(NetworkValues.ClusterArn, cluster.AttrArn);
        Publish(NetworkValues.NamespaceName, Names.Namespace);
        Publish(NetworkValues.NamespaceId, names.AttrId);
        Publish(NetworkValues.NamespaceArn, names.AttrArn);
    }
}
