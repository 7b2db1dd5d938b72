using System.ComponentModel;

namespace Landfall.Operations.Migration.Compose;

/// <summary>What is migrated, and to what.</summary>
/// <param name="Folder">The folder with the Compose file.</param>
/// <param name="App">The application's name, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Environment">The first environment's name.</param>
/// <param name="DryRun">True to write nothing.</param>
internal sealed record MigrateComposeParameters(
    [property: Description("The folder that has compose.yaml, compose.yml, docker-compose.yaml or docker-compose.yml in it.")] string Folder,
    [property: Description("The application's name in landfall.yaml; without it that of the Compose file, or of the folder.")] string? App,
    [property: Description("The region, without it that of the AWS profile.")] string? Region,
    [property: Description("The name of the first environment."), DefaultValue("dev")] string Environment,
    [property: Description("Show what would become of every key, and write nothing.")] bool DryRun);
