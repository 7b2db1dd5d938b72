using Landfall.Config.Plan;

namespace Landfall.Config.Values;

/// <summary>
/// Major versions whose standard support has ended, as read on 26 November 2026: after that RDS charges for extended support
/// (Amazon RDS User Guide, "Amazon RDS Extended Support"; release calendars for PostgreSQL and MySQL; Aurora release calendars).
/// </summary>
internal static class EngineSupport
{
    private static readonly Dictionary<(bool Aurora, bool Mysql, string Major), string> Ended = new()
    {
        [(false, true, "5.7")] = "29 February 2024",
        [(false, true, "8.0")] = "31 July 2026",
        [(true, true, "5.7")] = "31 October 2024",
        [(false, false, "11")] = "29 February 2024",
        [(true, false, "11")] = "29 February 2024",
        [(false, false, "12")] = "28 February 2025",
        [(true, false, "12")] = "28 February 2025",
        [(false, false, "13")] = "28 February 2026",
        [(true, false, "13")] = "28 February 2026",
    };

    /// <summary>The day on which a version's standard support ended, or null.</summary>
    public static string? EndedOn(DatabaseEngine engine, string version) =>
        Ended.GetValueOrDefault((engine.IsAurora(), IsMysql(engine), Major(engine, version)));

    /// <summary>The major version: two numbers of MySQL's, one of PostgreSQL's.</summary>
    public static string Major(DatabaseEngine engine, string version) => string.Join('.', version.Split('.').Take(IsMysql(engine) ? 2 : 1));

    /// <summary>The major version to go to.</summary>
    public static string Newest(DatabaseEngine engine) => engine switch
    {
        DatabaseEngine.AuroraMysql => "8.0",
        DatabaseEngine.Mysql => "8.4",
        _ => "17",
    };

    private static bool IsMysql(DatabaseEngine engine) => engine is DatabaseEngine.Mysql or DatabaseEngine.AuroraMysql;
}
