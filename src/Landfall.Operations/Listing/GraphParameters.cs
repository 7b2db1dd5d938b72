using System.ComponentModel;

namespace Landfall.Operations.Listing;

/// <summary>Which graph to draw, and how.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Format">How it is drawn.</param>
internal sealed record GraphParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("text or mermaid.")] GraphFormat Format);
