namespace Landfall.Constructs.Parameters;

/// <summary>What the data stack publishes of a table.</summary>
/// <param name="name">The table's name in the file.</param>
public sealed class TableValues(string name)
{
    /// <summary>The table's name in AWS.</summary>
    public SharedValue Name => new($"tables/{name}/name", "Table", Lasting: true);
}
