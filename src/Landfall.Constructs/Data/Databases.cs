using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Network;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>Relational databases: in private subnets, encrypted, reachable by TLS and only from the services that use them.</summary>
internal static class Databases
{
    /// <summary>Creates a database and publishes where it is.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="database">The database.</param>
    public static void Create(DataStack stack, DatabasePlan database)
    {
        var id = ConstructId.From(database.Name);
        var subnets = new CfnDBSubnetGroup(stack, $"{id}Subnets", new CfnDBSubnetGroupProps
        {
            DbSubnetGroupDescription = $"Private subnets for {database.Name}",
            SubnetIds = PublishedSubnets.Private(stack),
        });
        var group = new CfnSecurityGroup(stack, $"{id}SecurityGroup", new CfnSecurityGroupProps
        {
            GroupDescription = $"Database {database.Name}: admits the services that use it",
            VpcId = stack.Read(NetworkValues.VpcId),
            SecurityGroupEgress = NoEgress.Rules,
        });
        if (stack.Plan.Protect)
        {
            // A retained database stands on these: AWS would refuse to delete them, and with them the stack.
            stack.Protect(subnets);
            stack.Protect(group);
        }

        var place = new DatabasePlace(subnets.Ref, group.AttrGroupId);
        var address = database.Engine is DatabaseEngine.AuroraPostgresql or DatabaseEngine.AuroraMysql
            ? AuroraCluster.Create(stack, database, id, place)
            : DatabaseInstance.Create(stack, database, id, place);

        var values = new DatabaseValues(database.Name);
        stack.Publish(values.Host, address.Host);
        stack.Publish(values.Port, address.Port);
        stack.Publish(values.Database, database.DatabaseName);
        stack.Publish(values.SecretArn, address.SecretArn);
        stack.Publish(values.SecurityGroup, place.SecurityGroup);
        stack.Publish(values.Arn, address.Arn);
    }

    /// <summary>Accepts what cdk-nag finds in every database here.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="resource">The cluster or instance.</param>
    public static void AcceptCommon(LandfallStack stack, CfnResource resource)
    {
        stack.Accept(resource, "AwsSolutions-RDS11", "The security group admits single services only; an unusual port would hide nothing from them.");
        stack.Accept(resource, "AwsSolutions-RDS10", "Deletion protection follows the file: on in protected environments, off where environments come and go.");
    }
}
