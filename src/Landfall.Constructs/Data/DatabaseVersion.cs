using Amazon.CDK;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Data;

/// <summary>What follows from a database's engine and version.</summary>
/// <param name="Engine">RDS's name of the engine.</param>
/// <param name="Version">
/// The version for RDS as the file has it. Of a major one alone RDS chooses the minor one, and AutoMinorVersionUpgrade goes on
/// (Amazon RDS User Guide, "Upgrading a DB instance engine version"): a minor one that is written here would expire.
/// </param>
/// <param name="Family">The parameter group family.</param>
/// <param name="Logs">The logs that go to CloudWatch.</param>
/// <param name="TlsParameter">The parameter that refuses connections without TLS, and its value.</param>
internal sealed record DatabaseVersion(
    string Engine, string Version, string Family, IReadOnlyList<string> Logs, KeyValuePair<string, string> TlsParameter)
{
    /// <summary>
    /// Has cfn-lint take a major version alone: its list is of what DescribeDBEngineVersions names, which is full ones.
    /// </summary>
    /// <param name="resource">The cluster or instance.</param>
    /// <param name="version">Its version.</param>
    /// <param name="rule">The number of the two rules that compare with the list.</param>
    public static void AcceptMajor(CfnResource resource, string version, string rule)
    {
        // PostgreSQL's full versions have two parts, MySQL's three.
        var isMajor = version.Count(c => c == '.') < 1 || version is "8.0" or "8.4" or "5.7";
        if (isMajor)
        {
            resource.AddMetadata("cfn-lint", new Dictionary<string, object>
            {
                ["config"] = new Dictionary<string, object> { ["ignore_checks"] = new[] { $"E{rule}", $"W{rule}" } },
            });
        }
    }

    /// <summary>Finds what follows from a database's engine and version.</summary>
    /// <param name="database">The database.</param>
    /// <returns>The facts.</returns>
    public static DatabaseVersion Of(DatabasePlan database)
    {
        var parts = database.Version.Split('.');
        var two = string.Join('.', parts.Take(2));
        return database.Engine switch
        {
            DatabaseEngine.AuroraPostgresql => new(database.Engine.AwsName(), database.Version, $"aurora-postgresql{parts[0]}", ["postgresql"], new("rds.force_ssl", "1")),
            DatabaseEngine.AuroraMysql => new(database.Engine.AwsName(), database.Version, $"aurora-mysql{two}", ["error", "slowquery"], new("require_secure_transport", "ON")),
            DatabaseEngine.Postgresql => new(database.Engine.AwsName(), database.Version, $"postgres{parts[0]}", ["postgresql", "upgrade"], new("rds.force_ssl", "1")),
            _ => new(database.Engine.AwsName(), database.Version, $"mysql{two}", ["error", "slowquery"], new("require_secure_transport", "1")),
        };
    }
}
