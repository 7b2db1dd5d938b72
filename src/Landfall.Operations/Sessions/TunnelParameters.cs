using System.ComponentModel;

namespace Landfall.Operations.Sessions;

/// <summary>Where a tunnel leads, and through what.</summary>
/// <param name="To">The database or service.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Port">The port on this machine; null for the same as there.</param>
/// <param name="Through">The service whose task it leads through; null for one that may reach it.</param>
/// <param name="Copy">A copy of the database that was restored; null for the database itself.</param>
internal sealed record TunnelParameters(
    [property: Description("The database's or service's name in the file.")] string To,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("The port on this machine; without it the same as there.")] int? Port,
    [property: Description("Database: the service in whose task it leads through; without it the first that uses the database and has 'exec: true'.")] string? Through,
    [property: Description("Database: a copy of it that 'landfall data restore' has made, in place of the database itself.")] string? Copy);
