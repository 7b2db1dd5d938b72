using System.ComponentModel;

namespace Landfall.Operations.Checks;

/// <summary>What is run, and against what.</summary>
/// <param name="What">The check file, or the service.</param>
/// <param name="Url">The address that <c>{{base}}</c> stands for, or null for the file's or the service's own.</param>
/// <param name="Folder">The project's folder, for a service.</param>
/// <param name="Environment">The environment, for a service; null for the first in the file.</param>
internal sealed record CheckParameters(
    [property: Description("The check file, for example checks/api.http; or a service, whose 'deploy.checks' are run."), Traits(ParameterTraits.PathOrName)] string What,
    [property: Description("The address that {{base}} stands for; without it the '@base' of the file, or the service's address.")] string? Url,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment);
