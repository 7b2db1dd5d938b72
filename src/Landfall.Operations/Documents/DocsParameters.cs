using System.ComponentModel;

namespace Landfall.Operations.Documents;

/// <summary>Which document to write, and where.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Output">The folder that it is written to; null for <c>docs</c> beside the file.</param>
/// <param name="Html">True for an HTML page beside the Markdown.</param>
internal sealed record DocsParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("The folder that it is written to; 'docs' beside the file by default."), Traits(ParameterTraits.Path)] string? Output,
    [property: Description("Write an HTML page, too, with its pictures in it: it needs no network and runs nothing.")] bool Html);
