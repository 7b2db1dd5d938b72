using System.ComponentModel;

namespace Landfall.Operations.Checks;

/// <summary>What is run, and against what.</summary>
/// <param name="File">The check file.</param>
/// <param name="Url">The address that <c>{{base}}</c> stands for, or null for the file's own.</param>
internal sealed record CheckParameters(
    [property: Description("The check file, for example checks/api.http.")] string File,
    [property: Description("The address that {{base}} stands for; without it the '@base' of the file.")] string? Url);
