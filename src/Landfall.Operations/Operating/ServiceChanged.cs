using System.Text.Json.Serialization;

namespace Landfall.Operations.Operating;

/// <summary>What was done to a service.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service.</param>
/// <param name="Operation">What was done: <c>scale</c>.</param>
/// <param name="Before">How it was.</param>
/// <param name="After">How it is, or would be.</param>
/// <param name="Changed">False where it was so already, and after a dry run.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record ServiceChanged(string App, string Environment, string Service, string Operation, string Before, string After, bool Changed, bool DryRun)
{
    /// <summary>What to know of it besides; null for nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
