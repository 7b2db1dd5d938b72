using System.ComponentModel;
using Landfall.Operations;

namespace Landfall.Operator.Incidents;

/// <summary>Which incident somebody takes on.</summary>
/// <param name="Id">The incident's number.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Note">A word on it; null for none.</param>
internal sealed record IncidentsAckParameters(
    [property: Description("The incident's number.")] long Id,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("A word on it, for others: what is being done.")] string? Note);
