using Amazon.CDK.AWS.EC2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Connections;

/// <summary>
/// Admits a service's tasks to what it uses, by ingress rules in the service's own stack: the owner of the target does
/// not change when a consumer comes or goes.
/// </summary>
internal static class Reach
{
    // Web addresses of YARN's resource manager and of the proxy in front of its applications (Flink's dashboard).
    private static readonly int[] EmrPorts = [8088, 20888];

    public static void Add(LandfallStack stack, ContainerServicePlan service, string securityGroup)
    {
        foreach (var use in service.Uses)
        {
            switch (use.Kind)
            {
                case UseKind.Database:
                    var database = stack.Plan.Databases.First(database => database.Name == use.Target);
                    Allow($"{use.Target}-database", stack.Read(new DatabaseValues(use.Target).SecurityGroup), Port(database));
                    break;
                case UseKind.Service or UseKind.Telemetry:
                    var called = stack.Plan.Services.First(other => other.Name == use.Target);
                    if (ServicePorts.Of(called) is { } port)
                    {
                        Allow($"{use.Target}-service", stack.Read(new ServiceValues(use.Target).SecurityGroup), port);
                    }

                    break;
                case UseKind.EmrCluster when stack.Plan.Network.Import?.EmrSecurityGroup is { } emr:
                    Array.ForEach(EmrPorts, emrPort => Allow($"emr-port{emrPort}", emr, emrPort));
                    break;
            }
        }

        foreach (var name in service.Task.Volumes.Select(volume => volume.FileSystem).Distinct())
        {
            Allow($"{name}-file-system", stack.Read(new FileSystemValues(name).SecurityGroup), 2049);
        }

        void Allow(string what, string target, int port) =>
            _ = new CfnSecurityGroupIngress(stack, $"Reach{ConstructId.From(what)}", new CfnSecurityGroupIngressProps
            {
                GroupId = target,
                SourceSecurityGroupId = securityGroup,
                IpProtocol = "tcp",
                FromPort = port,
                ToPort = port,
                Description = $"{service.Name} to {what.Replace('-', ' ')}",
            });
    }

    private static int Port(DatabasePlan database) =>
        database.Engine is DatabaseEngine.AuroraMysql or DatabaseEngine.Mysql ? 3306 : 5432;
}
