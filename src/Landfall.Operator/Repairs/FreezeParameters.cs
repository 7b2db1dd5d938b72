using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Repairs;

/// <summary>Where nothing is to be repaired, and for how long.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Reason">Why; null for no word.</param>
/// <param name="For">For how long; null until it is ended.</param>
/// <param name="End">True to let repairs go on.</param>
internal sealed record FreezeParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Why, for others.")] string? Reason,
    [property: Description("For how long, 1m to 30d; until it is ended by default.")] string? For,
    [property: Description("Let repairs go on.")] bool End);
