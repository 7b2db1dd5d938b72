using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.RDS;
using Landfall.Config.Plan;
using Landfall.Constructs.Network;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>What a database stands on, whether it is a cluster or one instance.</summary>
internal sealed class DatabaseBasis
{
    /// <summary>Creates what a database stands on.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="database">The database.</param>
    /// <param name="id">The database's construct id.</param>
    /// <param name="cluster">True for what a cluster stands on.</param>
    public DatabaseBasis(DataStack stack, DatabasePlan database, string id, bool cluster)
    {
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
        Version = DatabaseVersion.Of(database);
        Variant = VariantOf(stack.Plan, database);
        Credentials = new DatabaseCredentials(stack, database, id);
        var parameters = TlsOnly(stack, database.Name, $"{id}{(cluster ? "" : "Instance")}Parameters{Variant}", cluster);
        if (stack.Plan.Protect)
        {
            // A retained database stands on these: AWS would refuse to delete them, and with them the stack.
            stack.Protect(subnets);
            stack.Protect(group);
            stack.Protect(parameters);
        }

        SubnetGroup = subnets.Ref;
        SecurityGroup = group.AttrGroupId;
        ParameterGroup = parameters.Ref;
    }

    /// <summary>
    /// The end of the logical ids of what another engine or another name of the database replaces; empty for PostgreSQL
    /// under the app's name. The new one then stands beside the old one until the readers have moved.
    /// </summary>
    public string Variant { get; }

    /// <summary>What follows from the engine and its version.</summary>
    public DatabaseVersion Version { get; }

    /// <summary>The subnet group.</summary>
    public string SubnetGroup { get; }

    /// <summary>The security group's id.</summary>
    public string SecurityGroup { get; }

    /// <summary>The parameter group, which refuses connections without TLS.</summary>
    public string ParameterGroup { get; }

    /// <summary>The master user's password.</summary>
    public DatabaseCredentials Credentials { get; }

    private static string VariantOf(AppPlan plan, DatabasePlan database)
    {
        var mysql = database.Engine is DatabaseEngine.Mysql or DatabaseEngine.AuroraMysql ? "Mysql" : "";
        var renamed = database.DatabaseName == DatabasePlan.DefaultName(plan.App, database.Engine) ? "" : ConstructId.From(database.DatabaseName);
        return mysql + renamed;
    }

    private CfnResource TlsOnly(DataStack stack, string name, string id, bool cluster)
    {
        var description = $"{name}: TLS only";
        var parameters = new Dictionary<string, object> { [Version.TlsParameter.Key] = Version.TlsParameter.Value };
        return cluster
            ? new CfnDBClusterParameterGroup(stack, id, new CfnDBClusterParameterGroupProps
            {
                Description = description,
                Family = Version.Family,
                Parameters = parameters,
            })
            : new CfnDBParameterGroup(stack, id, new CfnDBParameterGroupProps
            {
                Description = description,
                Family = Version.Family,
                Parameters = parameters,
            });
    }
}
