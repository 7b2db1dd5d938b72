using System.ComponentModel;

namespace Landfall.Operations.Rollouts;

/// <summary>Which rollout is decided on.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Service">The service; null for the only one that waits.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record RolloutParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The service's name in the file; without it the only one that waits.")] string? Service,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local);
