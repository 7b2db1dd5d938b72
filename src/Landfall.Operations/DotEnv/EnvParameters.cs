using System.ComponentModel;

namespace Landfall.Operations.DotEnv;

/// <summary>Whose variables are written, and where.</summary>
/// <param name="Service">The service or site.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Prefix">What the names begin with, or null.</param>
/// <param name="To">The file, or null for <c>.env</c> in the service's folder.</param>
/// <param name="DryRun">True to write nothing.</param>
internal sealed record EnvParameters(
    [property: Description("The service's or site's name in the file.")] string Service,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Site: what the names begin with; without it what the site's framework wants, for example VITE_.")] string? Prefix,
    [property: Description("The file; without it .env in the service's folder. Lines of it that are not the service's stay."), Traits(ParameterTraits.Path)] string? To,
    [property: Description("Print the lines, and write nothing.")] bool DryRun);
