using System.ComponentModel;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>What is migrated, and to what.</summary>
/// <param name="Folder">The repository's folder.</param>
/// <param name="App">The application's new name, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Connection">The ARN of the pipelines' connection, or null.</param>
/// <param name="DryRun">True to write nothing.</param>
internal sealed record MigrateCopilotParameters(
    [property: Description("The repository's folder, which has 'copilot' in it.")] string Folder,
    [property: Description("The application's name in landfall.yaml. It has to differ from Copilot's for as long as both are deployed, since their stacks are named alike; without it Copilot's with '-lf' behind it.")] string? App,
    [property: Description("The region of the environments, without it that of the AWS profile; what differs goes into the file by hand.")] string? Region,
    [property: Description("The ARN of the connection that pipelines read their source by.")] string? Connection,
    [property: Description("Show what would become of every key, and write nothing.")] bool DryRun);
