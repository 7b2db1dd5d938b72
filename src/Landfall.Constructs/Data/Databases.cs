using Amazon.CDK;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
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
        var aurora = database.Engine.IsAurora();
        var basis = new DatabaseBasis(stack, database, id, aurora);
        var address = aurora
            ? AuroraCluster.Create(stack, database, id, basis)
            : DatabaseInstance.Create(stack, database, id, basis);

        var values = new DatabaseValues(database.Name);
        stack.Publish(values.Host, address.Host);
        stack.Publish(values.Port, address.Port);
        stack.Publish(values.Database, database.DatabaseName);
        stack.Publish(values.SecretArn, address.SecretArn);
        stack.Publish(values.SecurityGroup, basis.SecurityGroup);
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
