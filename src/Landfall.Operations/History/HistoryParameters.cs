using System.ComponentModel;

namespace Landfall.Operations.History;

/// <summary>What to list.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Services">Only what was about these services; empty for all.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Since">From when on: a duration or a time; null for 30 days.</param>
internal sealed record HistoryParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Services)] IReadOnlyList<string> Services,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("From when on: 10m, 2h, 3d, or a time such as 2026-03-01T12:00Z; 30d by default.")] string? Since);
