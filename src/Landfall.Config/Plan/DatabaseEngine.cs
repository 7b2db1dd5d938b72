namespace Landfall.Config.Plan;

/// <summary>The relational engines.</summary>
public enum DatabaseEngine
{
    /// <summary>Aurora Serverless v2, PostgreSQL-compatible.</summary>
    AuroraPostgresql,

    /// <summary>Aurora Serverless v2, MySQL-compatible.</summary>
    AuroraMysql,

    /// <summary>RDS for PostgreSQL.</summary>
    Postgresql,

    /// <summary>RDS for MySQL.</summary>
    Mysql,
}
