using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Operating;

/// <summary>Which environment to watch, and how.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Once">True to look once; false to go on until interrupted.</param>
/// <param name="Every">The time between two looks; null for 30 seconds.</param>
/// <param name="ResolveAfter">How long nothing may be wrong before an incident is over; null for 10 minutes.</param>
/// <param name="Mode">How far it goes, no further than the file; null for what the file says.</param>
internal sealed record OperateParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Look once and end, instead of until interrupted: for a schedule of your own.")] bool Once,
    [property: Description("The time between two looks, 5s to 1h; 30s by default.")] string? Every,
    [property: Description("How long nothing may be wrong before an incident is over, 0s to 1d; 10m by default.")] string? ResolveAfter,
    [property: Description("How far it goes: observe, suggest, approve (does what a person approved) or auto. No further than operate.mode of the file, which is the default.")] string? Mode);
