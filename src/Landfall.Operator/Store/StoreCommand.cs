using Microsoft.Data.Sqlite;

namespace Landfall.Operator.Store;

/// <summary>Statements within one transaction. Values are always parameters: <c>$a</c>, <c>$b</c>, … in their order.</summary>
/// <param name="connection">The file.</param>
/// <param name="transaction">The transaction; null for one that only reads.</param>
internal sealed class StoreCommand(SqliteConnection connection, SqliteTransaction? transaction) : IDisposable
{
    private readonly List<SqliteCommand> _commands = [];

    /// <summary>Runs a statement, and gives how many rows it changed.</summary>
    public int Run(string text, params ReadOnlySpan<object> values) => Make(text, values).ExecuteNonQuery();

    /// <summary>Reads the first value; null where there is none.</summary>
    public object? Scalar(string text, params ReadOnlySpan<object> values) => Make(text, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>Reads rows.</summary>
    public SqliteDataReader Query(string text, params ReadOnlySpan<object> values) => Make(text, values).ExecuteReader();

    /// <inheritdoc />
    public void Dispose() => _commands.ForEach(command => command.Dispose());

    private SqliteCommand Make(string text, ReadOnlySpan<object> values)
    {
        var command = connection.CreateCommand();
        _commands.Add(command);
        command.Transaction = transaction;
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        return command;
    }
}
