using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Operations.LocalRun;

/// <summary>
/// A database as a container of Docker's official image of its engine. What an image reads and where it keeps its data: the pages
/// of <c>postgres</c> and <c>mysql</c> on Docker Hub.
/// </summary>
/// <param name="Image">The image.</param>
/// <param name="Port">The engine's port.</param>
/// <param name="Data">The folder of the data, inside.</param>
/// <param name="Variables">What the image makes the database and its user from.</param>
/// <param name="Probe">A command inside that ends well once the database answers.</param>
internal sealed record LocalDatabase(string Image, int Port, string Data, IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Probe)
{
    /// <summary>The user, by the name that it has on AWS.</summary>
    public const string User = "landfall";

    /// <summary>
    /// The password. It stays the same because the data does, while every local AWS makes up another; the port is open on the
    /// loopback interface alone.
    /// </summary>
    public const string Password = "local";

    private const int MysqlPort = 3306;

    // From 18 on the image keeps each major version's data in a folder of its own below this one.
    private const int PostgresWithFolders = 18;

    /// <summary>The program of the probe.</summary>
    public string Prober => Port == MysqlPort ? "mysqladmin" : "pg_isready";

    /// <summary>The container of a database.</summary>
    /// <param name="database">The database.</param>
    /// <returns>Its image by the engine's version: the major one of PostgreSQL, and of MySQL the two numbers that make one.</returns>
    public static LocalDatabase Of(DatabasePlan database)
    {
        var version = database.Version.Split('.');
        if (database.Engine is DatabaseEngine.AuroraPostgresql or DatabaseEngine.Postgresql)
        {
            return new LocalDatabase(
                $"docker.io/library/postgres:{version[0]}",
                5432,
                int.Parse(version[0], CultureInfo.InvariantCulture) >= PostgresWithFolders ? "/var/lib/postgresql" : "/var/lib/postgresql/data",
                new SortedDictionary<string, string>(StringComparer.Ordinal) { ["POSTGRES_DB"] = database.DatabaseName, ["POSTGRES_USER"] = User, ["POSTGRES_PASSWORD"] = Password },
                // By TCP: while the image sets the database up, its server is on a socket alone.
                ["pg_isready", "--host", "127.0.0.1", "--username", User, "--dbname", database.DatabaseName]);
        }

        return new LocalDatabase(
            $"docker.io/library/mysql:{string.Join('.', version.Take(2))}",
            MysqlPort,
            "/var/lib/mysql",
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["MYSQL_DATABASE"] = database.DatabaseName,
                ["MYSQL_USER"] = User,
                ["MYSQL_PASSWORD"] = Password,
                ["MYSQL_ROOT_PASSWORD"] = Password,
            },
            ["sh", "-c", $"MYSQL_PWD=\"$MYSQL_PASSWORD\" mysqladmin ping --host 127.0.0.1 --user {User}"]);
    }
}
