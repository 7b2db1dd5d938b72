using System.ComponentModel;

namespace Landfall.Operations.Cost;

/// <summary>What to reckon.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Compare">Another environment to set beside it, or null.</param>
/// <param name="Actual">True to set beside it what was billed, and to advise by what was measured.</param>
internal sealed record CostParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("Another environment of the file, to set beside it.")] string? Compare,
    [property: Description("Set beside it what was billed in the last 30 days, by the environment's tags, and advise on sizes by what services used in the last 28 days. Cost Explorer bills each such request with 0.01 USD.")] bool Actual);
