using System.ComponentModel;

namespace Landfall.Operations.Resizing;

/// <summary>What gets another size, and which.</summary>
/// <param name="Name">The service or database.</param>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Cpu">CPU units of a service's task, or null to leave them.</param>
/// <param name="Memory">Memory of a service's task, or null to leave it.</param>
/// <param name="Instance">The class of a database instance, or null to leave it.</param>
/// <param name="Storage">The storage of a database instance, or null to leave it.</param>
/// <param name="MinCapacity">Aurora's smallest capacity, or null to leave it.</param>
/// <param name="MaxCapacity">Aurora's largest capacity, or null to leave it.</param>
/// <param name="DryRun">True to show the change alone.</param>
internal sealed record ResizeParameters(
    [property: Description("The service or database, as the file calls it.")] string Name,
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("A service: CPU units of a task, 1024 for one vCPU.")] string? Cpu,
    [property: Description("A service: memory of a task, in MiB when without a unit, or such as 2GB.")] string? Memory,
    [property: Description("A database of plain RDS: its class, such as t4g.small.")] string? Instance,
    [property: Description("A database of plain RDS: its storage, in GiB when without a unit.")] string? Storage,
    [property: Description("A database of Aurora: its smallest capacity in ACU.")] string? MinCapacity,
    [property: Description("A database of Aurora: its largest capacity in ACU.")] string? MaxCapacity,
    [property: Description("Show the change, and write nothing.")] bool DryRun);
