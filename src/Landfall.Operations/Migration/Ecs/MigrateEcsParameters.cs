using System.ComponentModel;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>What is migrated, and to what.</summary>
/// <param name="Folder">The folder that the new file is written to.</param>
/// <param name="Clusters">The clusters; none for all.</param>
/// <param name="App">The application's name, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Environment">The first environment's name.</param>
/// <param name="Local">True to read the local AWS.</param>
/// <param name="DryRun">True to write nothing.</param>
internal sealed record MigrateEcsParameters(
    [property: Description("The folder that the files are written to.")] string Folder,
    [property: Description("The cluster whose services are read; may be given again. Without it those of every cluster of the account in the region.")] IReadOnlyList<string> Clusters,
    [property: Description("The application's name in landfall.yaml; without it that of the cluster, or of the folder, with -lf behind it.")] string? App,
    [property: Description("The region, without it that of the AWS profile.")] string? Region,
    [property: Description("The name of the first environment."), DefaultValue("dev")] string Environment,
    [property: Description("Read the local AWS in place of AWS.")] bool Local,
    [property: Description("Show what would become of every setting, and write nothing.")] bool DryRun);
