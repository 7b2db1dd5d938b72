using System.ComponentModel;

namespace Landfall.Operations.Auditing;

/// <summary>Which changes to list.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Since">From when on: a duration or a time; null for all.</param>
internal sealed record AuditParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("List changes from then on: 10m, 2h, 3d, or a time such as 2026-03-01T12:00Z; all by default. The whole trail is checked all the same.")] string? Since);
