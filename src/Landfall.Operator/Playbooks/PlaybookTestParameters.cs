using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Playbooks;

/// <summary>Which playbooks to check.</summary>
/// <param name="File">The file; null for all of the project.</param>
/// <param name="Folder">The project's folder.</param>
internal sealed record PlaybookTestParameters(
    [property: Description("One playbook's file; all of the project by default."), Traits(ParameterTraits.Path)] string? File,
    [property: Description(ParameterText.Folder)] string Folder);
