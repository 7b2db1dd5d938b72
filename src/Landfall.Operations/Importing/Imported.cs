namespace Landfall.Operations.Importing;

/// <summary>A table or bucket that an environment has taken over.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Name">Its name in the file.</param>
/// <param name="Kind"><c>table</c> or <c>bucket</c>.</param>
/// <param name="AwsName">Its name in AWS.</param>
/// <param name="Stack">The stack that has it now.</param>
/// <param name="LogicalId">What it is called there.</param>
/// <param name="Differences">What the next deployment changes of it.</param>
/// <param name="Effects">What that does, a sentence each.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record Imported(
    string App,
    string Environment,
    string Name,
    string Kind,
    string AwsName,
    string Stack,
    string LogicalId,
    IReadOnlyList<ImportedProperty> Differences,
    IReadOnlyList<string> Effects,
    bool DryRun);
