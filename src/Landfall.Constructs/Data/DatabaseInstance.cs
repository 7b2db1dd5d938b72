using System.Globalization;
using Amazon.CDK.AWS.RDS;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Alarms;

namespace Landfall.Constructs.Data;

/// <summary>RDS for PostgreSQL or MySQL on an instance of a fixed size.</summary>
internal static class DatabaseInstance
{
    /// <summary>Creates an instance.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="database">The database.</param>
    /// <param name="id">The database's construct id.</param>
    /// <param name="basis">What it stands on.</param>
    /// <returns>How it is reached.</returns>
    public static DatabaseAddress Create(DataStack stack, DatabasePlan database, string id, DatabaseBasis basis)
    {
        var version = basis.Version;
        var instance = new CfnDBInstance(stack, $"{id}Instance{basis.Variant}", new CfnDBInstanceProps
        {
            Engine = version.Engine,
            EngineVersion = version.Version,
            DbName = database.DatabaseName,
            DbInstanceClass = $"db.{database.InstanceClass}",
            DbParameterGroupName = basis.ParameterGroup,
            DbSubnetGroupName = basis.SubnetGroup,
            VpcSecurityGroups = [basis.SecurityGroup],
            MasterUsername = DatabaseCredentials.UserName,
            MasterUserPassword = basis.Credentials.Password,
            ManageMasterUserPassword = basis.Credentials.Managed ? true : null,
            AllocatedStorage = database.StorageGiB.ToString(CultureInfo.InvariantCulture),

            // "MaxAllocatedStorage: the upper limit in gibibytes to which Amazon RDS can automatically scale the storage"
            // (AWS::RDS::DBInstance); left out, a full disk stops the database.
            MaxAllocatedStorage = database.MaxStorageGiB > database.StorageGiB ? database.MaxStorageGiB : null,

            // "Major version upgrades must be allowed when specifying a value for the EngineVersion parameter that is a
            // different major version" (AWS::RDS::DBInstance). It does nothing else, and who deploys agrees to the step.
            AllowMajorVersionUpgrade = true,
            AutoMinorVersionUpgrade = true,
            BackupRetentionPeriod = database.BackupDays,
            CopyTagsToSnapshot = true,
            DeletionProtection = false,
            EnableCloudwatchLogsExports = [.. version.Logs],
            EnableIamDatabaseAuthentication = true,
            MultiAz = database.MultiAz,
            PubliclyAccessible = false,
            StorageEncrypted = true,
            StorageType = "gp3",
        });
        stack.Protect(instance);
        stack.ProtectOnceItStands(instance, "DeletionProtection", database.DeletionProtection);
        Databases.AcceptCommon(stack, instance);
        stack.Accept(instance, "AwsSolutions-RDS3", "The standby in a second zone follows the file: on in protected environments.");
        DatabaseVersion.AcceptMajor(instance, database.Version, "3691");
        StorageAlarm(stack, database, id, instance.Ref);
        MetricAlarm.Create(stack, $"{id}Cpu", Runbooks.DatabaseCpu, $"{database.Title} uses more than 90 % of its CPU, for fifteen minutes.",
            "cpu", 90, 15, [MetricAlarm.Metric("cpu", "AWS/RDS", "CPUUtilization", "Average", ("DBInstanceIdentifier", instance.Ref))]);
        return new DatabaseAddress(
            instance.AttrEndpointAddress,
            instance.AttrEndpointPort,
            basis.Credentials.Complete(stack, database, id, () => instance.AttrMasterUserSecretSecretArn),
            instance.AttrDbInstanceArn);
    }

    // RDS grows the storage when less than a tenth is free for five minutes, and then not again for six hours; what gets below
    // half of that has not grown, or not fast enough (Amazon RDS User Guide, "Managing capacity automatically").
    private static void StorageAlarm(DataStack stack, DatabasePlan database, string id, string instance)
    {
        const int GiB = 1024 * 1024 * 1024;
        MetricAlarm.Create(
            stack,
            $"{id}Storage",
            Runbooks.Storage,
            $"The storage of {database.Title} is nearly full and does not grow.",
            "free",
            database.StorageGiB * (double)GiB / 20,
            5,
            [MetricAlarm.Metric("free", "AWS/RDS", "FreeStorageSpace", "Minimum", ("DBInstanceIdentifier", instance))],
            comparison: MetricAlarm.Below);
    }
}
