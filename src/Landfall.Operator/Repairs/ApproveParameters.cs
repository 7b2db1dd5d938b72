using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Repairs;

/// <summary>Which repair is approved.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="Repair">The repair's number in it; null for the only one that waits.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record ApproveParameters(
    [property: Description("The incident's number.")] long Incident,
    [property: Description("The repair's number in it, as 'landfall incidents' shows it; the only one that waits by default.")] int? Repair,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
