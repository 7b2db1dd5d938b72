using System.ComponentModel;

namespace Landfall.Operations.Accounts;

/// <summary>What to look up again.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for all.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would change, and write nothing.</param>
internal sealed record ContextRefreshParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The environment; all of the file without it.")] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would change, and write nothing.")] bool DryRun);
