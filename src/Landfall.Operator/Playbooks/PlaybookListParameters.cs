using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Playbooks;

/// <summary>Whose playbooks to list.</summary>
/// <param name="Folder">The project's folder.</param>
internal sealed record PlaybookListParameters([property: Description(ParameterText.Folder)] string Folder);
