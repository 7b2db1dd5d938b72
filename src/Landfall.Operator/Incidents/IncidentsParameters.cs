using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Incidents;

/// <summary>Which incidents to show.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Id">The one to show with all that is known of it; null for a list.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Since">From when on, for a list: a duration or a time; null for 7 days.</param>
/// <param name="PostMortem">True to write a draft of a post-mortem of the one.</param>
internal sealed record IncidentsParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The number of one incident, to show all that is known of it; a list by default.")] long? Id,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("From when on: 10m, 2h, 3d, or a time such as 2026-03-01T12:00Z; 7d by default. Those that are not over are always there.")] string? Since,
    [property: Description("Write a draft of a post-mortem of the one incident, as Markdown.")] bool PostMortem);
