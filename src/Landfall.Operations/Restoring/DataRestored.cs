using System.Text.Json.Serialization;

namespace Landfall.Operations.Restoring;

/// <summary>A database or table that was restored beside the original.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Name">The original's name in the file.</param>
/// <param name="Kind"><c>database</c> or <c>table</c>.</param>
/// <param name="Copy">What was made beside it, or would be.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record DataRestored(string App, string Environment, string Name, string Kind, RestoredCopy Copy, bool DryRun)
{
    /// <summary>What the copy costs while it is there, in words; null where it was made before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cost { get; init; }

    /// <summary>What is not as with the original; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
