using System.ComponentModel;

namespace Landfall.Operations.Importing;

/// <summary>What is taken over.</summary>
/// <param name="Name">The table or bucket.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record ImportParameters(
    [property: Description("The table's or bucket's name in the file, which says its name in AWS in 'awsName'.")] string Name,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Show what would be taken over and what the next deployment would change of it, and do nothing.")] bool DryRun);
