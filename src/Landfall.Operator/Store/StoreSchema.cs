using System.Globalization;
using Landfall.Config;
using Microsoft.Data.Sqlite;

namespace Landfall.Operator.Store;

/// <summary>The tables of an operator's file.</summary>
internal static class StoreSchema
{
    // SQLite's own number for what a program makes of a file (PRAGMA user_version); 0 in a new one.
    private const long Version = 2;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS lease (id INTEGER PRIMARY KEY CHECK (id = 1), owner TEXT NOT NULL, token INTEGER NOT NULL, until INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), token INTEGER NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS incident (id INTEGER PRIMARY KEY, started INTEGER NOT NULL, live INTEGER NOT NULL, file TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS acknowledgement (incident INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS repair (incident INTEGER NOT NULL, number INTEGER NOT NULL, begun INTEGER NOT NULL, open INTEGER NOT NULL, repair TEXT NOT NULL, PRIMARY KEY (incident, number));
        CREATE TABLE IF NOT EXISTS repair_key (key TEXT PRIMARY KEY, token INTEGER NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS approval (incident INTEGER NOT NULL, number INTEGER NOT NULL, approval TEXT NOT NULL, PRIMARY KEY (incident, number));
        CREATE TABLE IF NOT EXISTS freeze (id INTEGER PRIMARY KEY CHECK (id = 1), freeze TEXT NOT NULL);
        PRAGMA user_version = 2;
        """;

    /// <summary>Makes the tables in a new file, and those that an older version did not have.</summary>
    /// <param name="connection">The file.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="LandfallException">A newer version has written it.</exception>
    public static void Prepare(SqliteConnection connection, string path)
    {
        using var read = new StoreCommand(connection, null);
        var found = (long)read.Scalar("PRAGMA user_version")!;
        if (found > Version)
            throw new LandfallException(ErrorCodes.OperatorStore, string.Create(CultureInfo.InvariantCulture, $"'{path}' was written by a newer version of Landfall (format {found}; this one knows {Version}). Use that version, or move the file away: the operator then begins anew."));
        if (found == Version)
            return;
        using var transaction = connection.BeginTransaction(deferred: false);
        using var change = new StoreCommand(connection, transaction);
        change.Run(Tables);
        transaction.Commit();
    }
}
