namespace Landfall.Config.Plan;

/// <summary>What engines have in common.</summary>
internal static class DatabaseEngines
{
    /// <summary>True for Aurora, a cluster; false for plain RDS, an instance.</summary>
    /// <param name="engine">The engine.</param>
    public static bool IsAurora(this DatabaseEngine engine) => engine is DatabaseEngine.AuroraPostgresql or DatabaseEngine.AuroraMysql;

    /// <summary>RDS's name of an engine.</summary>
    /// <param name="engine">The engine.</param>
    /// <returns>For example <c>aurora-postgresql</c>.</returns>
    public static string AwsName(this DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.AuroraPostgresql => "aurora-postgresql",
        DatabaseEngine.AuroraMysql => "aurora-mysql",
        DatabaseEngine.Postgresql => "postgres",
        _ => "mysql",
    };
}
