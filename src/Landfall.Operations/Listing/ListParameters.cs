using System.ComponentModel;

namespace Landfall.Operations.Listing;

/// <summary>Which stacks to list.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The only environment, or null for all.</param>
internal sealed record ListParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("Only this environment; all of the file's by default.")] string? Environment);
