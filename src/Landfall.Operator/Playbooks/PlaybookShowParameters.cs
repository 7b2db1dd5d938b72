using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Playbooks;

/// <summary>Which playbook to show.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">The project's folder.</param>
internal sealed record PlaybookShowParameters(
    [property: Description("The playbook's name, as 'landfall playbook list' has it.")] string Name,
    [property: Description(ParameterText.Folder)] string Folder);
