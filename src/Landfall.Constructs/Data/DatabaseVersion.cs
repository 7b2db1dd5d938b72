using Landfall.Config.Plan;

namespace Landfall.Constructs.Data;

/// <summary>What follows from a database's engine and version.</summary>
/// <param name="Engine">RDS's name of the engine.</param>
/// <param name="Version">A full version for RDS.</param>
/// <param name="Family">The parameter group family.</param>
/// <param name="Logs">The logs that go to CloudWatch.</param>
/// <param name="TlsParameter">The parameter that refuses connections without TLS, and its value.</param>
internal sealed record DatabaseVersion(
    string Engine, string Version, string Family, IReadOnlyList<string> Logs, KeyValuePair<string, string> TlsParameter)
{
    // A major version alone means its newest minor one that was common to all regions when this was written.
    // Source: Amazon RDS and Aurora release calendars.
    private static readonly Dictionary<(DatabaseEngine Engine, string Major), string> Newest = new()
    {
        [(DatabaseEngine.AuroraPostgresql, "14")] = "14.18",
        [(DatabaseEngine.AuroraPostgresql, "15")] = "15.13",
        [(DatabaseEngine.AuroraPostgresql, "16")] = "16.9",
        [(DatabaseEngine.AuroraPostgresql, "17")] = "17.5",
        [(DatabaseEngine.AuroraMysql, "8.0")] = "8.0.mysql_aurora.3.10.0",
        [(DatabaseEngine.Postgresql, "14")] = "14.19",
        [(DatabaseEngine.Postgresql, "15")] = "15.14",
        [(DatabaseEngine.Postgresql, "16")] = "16.10",
        [(DatabaseEngine.Postgresql, "17")] = "17.6",
        [(DatabaseEngine.Mysql, "8.0")] = "8.0.43",
        [(DatabaseEngine.Mysql, "8.4")] = "8.4.6",
    };

    /// <summary>Finds what follows from a database's engine and version.</summary>
    /// <param name="database">The database.</param>
    /// <returns>The facts.</returns>
    public static DatabaseVersion Of(DatabasePlan database)
    {
        var version = Newest.GetValueOrDefault((database.Engine, database.Version), database.Version);
        var parts = database.Version.Split('.');
        var two = string.Join('.', parts.Take(2));
        return database.Engine switch
        {
            DatabaseEngine.AuroraPostgresql => new(database.Engine.AwsName(), version, $"aurora-postgresql{parts[0]}", ["postgresql"], new("rds.force_ssl", "1")),
            DatabaseEngine.AuroraMysql => new(database.Engine.AwsName(), version, $"aurora-mysql{two}", ["error", "slowquery"], new("require_secure_transport", "ON")),
            DatabaseEngine.Postgresql => new(database.Engine.AwsName(), version, $"postgres{parts[0]}", ["postgresql", "upgrade"], new("rds.force_ssl", "1")),
            _ => new(database.Engine.AwsName(), version, $"mysql{two}", ["error", "slowquery"], new("require_secure_transport", "1")),
        };
    }
}
