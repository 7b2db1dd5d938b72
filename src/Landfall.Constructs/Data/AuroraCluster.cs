using Amazon.CDK.AWS.RDS;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;

namespace Landfall.Constructs.Data;

/// <summary>Aurora Serverless v2.</summary>
internal static class AuroraCluster
{
    /// <summary>Creates a cluster and its instances.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="database">The database.</param>
    /// <param name="id">The database's construct id.</param>
    /// <param name="basis">What it stands on.</param>
    /// <returns>How it is reached.</returns>
    public static DatabaseAddress Create(DataStack stack, DatabasePlan database, string id, DatabaseBasis basis)
    {
        var version = basis.Version;
        var cluster = new CfnDBCluster(stack, $"{id}Cluster{basis.Variant}", new CfnDBClusterProps
        {
            Engine = version.Engine,
            EngineVersion = version.Version,
            DatabaseName = database.DatabaseName,
            DbClusterParameterGroupName = basis.ParameterGroup,
            DbSubnetGroupName = basis.SubnetGroup,
            VpcSecurityGroupIds = [basis.SecurityGroup],
            MasterUsername = DatabaseCredentials.UserName,
            MasterUserPassword = basis.Credentials.Password,
            ManageMasterUserPassword = basis.Credentials.Managed ? true : null,
            ServerlessV2ScalingConfiguration = new CfnDBCluster.ServerlessV2ScalingConfigurationProperty
            {
                MinCapacity = database.MinCapacity,
                MaxCapacity = database.MaxCapacity,
                SecondsUntilAutoPause = database.MinCapacity == 0 ? database.PauseAfter.TotalSeconds : null,
            },
            BackupRetentionPeriod = database.BackupDays,
            CopyTagsToSnapshot = true,
            DeletionProtection = false,
            EnableCloudwatchLogsExports = [.. version.Logs],
            EnableHttpEndpoint = database.DataApi,
            EnableIamDatabaseAuthentication = true,
            StorageEncrypted = true,
        });
        DatabaseVersion.AcceptMajor(cluster, database.Version, "3690");
        stack.Protect(cluster);
        stack.ProtectOnceItStands(cluster, "DeletionProtection", database.DeletionProtection);
        Databases.AcceptCommon(stack, cluster);
        stack.Accept(cluster, "AwsSolutions-RDS14", "Backups with point-in-time recovery cover what backtrack would, on every engine.");
        stack.Accept(cluster, "AwsSolutions-RDS16", "The error and slow-query logs are exported; general and audit logs would record statements with people's data.");
        for (var number = 1; number <= database.Instances; number++)
        {
            var instance = new CfnDBInstance(stack, $"{id}Instance{number}{basis.Variant}", new CfnDBInstanceProps
            {
                Engine = version.Engine,
                DbClusterIdentifier = cluster.Ref,
                DbInstanceClass = "db.serverless",
                AutoMinorVersionUpgrade = true,
                EnablePerformanceInsights = true,
                // The first two scale together, so that the one that takes over is as large as the one that failed.
                PromotionTier = number <= 2 ? 1 : 2,
                PubliclyAccessible = false,
            });
            stack.Protect(instance);
            Databases.AcceptCommon(stack, instance);
        }

        // "ACUUtilization: this value is represented as a percentage … of the maximum Aurora serverless v2 capacity" (Amazon Aurora
        // User Guide, Performance and scaling for Aurora serverless v2).
        MetricAlarm.Create(stack, $"{id}Capacity", Runbooks.Capacity, $"{database.Title} uses more than 90 % of its largest capacity, for fifteen minutes.",
            "used", 90, 15, [MetricAlarm.Metric("used", "AWS/RDS", "ACUUtilization", "Average", ("DBClusterIdentifier", cluster.Ref))]);
        return new DatabaseAddress(
            cluster.AttrEndpointAddress,
            cluster.AttrEndpointPort,
            basis.Credentials.Complete(stack, database, id, () => cluster.AttrMasterUserSecretSecretArn),
            cluster.AttrDbClusterArn);
    }
}
