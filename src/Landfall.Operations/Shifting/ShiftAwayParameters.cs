using System.ComponentModel;

namespace Landfall.Operations.Shifting;

/// <summary>Which zone traffic is kept away from, and for how long.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="For">For how long; null for the default.</param>
/// <param name="End">True to let traffic back.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record ShiftAwayParameters(
    [property: Description("The availability zone, by its name or id: eu-west-1a or euw1-az2.")] string Zone,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("For how long, from 1m to 3d; 3h by default. It ends by itself.")] string? For,
    [property: Description("Let traffic back into the zone now.")] bool End,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
