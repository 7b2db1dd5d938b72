using System.ComponentModel;

namespace Landfall.Operations.Operating;

/// <summary>Which service is to run how many tasks.</summary>
/// <param name="Service">The service.</param>
/// <param name="Tasks">How many tasks; null where limits are given.</param>
/// <param name="Min">Smallest number of tasks; null to leave it.</param>
/// <param name="Max">Largest number of tasks; null to leave it.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record ScaleParameters(
    [property: Description("The service's name in the file.")] string Service,
    [property: Description("How many tasks it is to run; of a service that scales it is both limits.")] string? Tasks,
    [property: Description("The smallest number of tasks of a service that scales.")] int? Min,
    [property: Description("The largest number of tasks of a service that scales.")] int? Max,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be done, and do nothing.")] bool DryRun);
