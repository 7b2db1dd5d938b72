using System.ComponentModel;

namespace Landfall.Operations.Repairing;

/// <summary>Which stacks to bring out of the state that they are stuck in.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Stacks">The stacks; none for all.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
/// <param name="Skip">What a rollback is to leave as it is.</param>
/// <param name="Retain">What a deletion is to leave in the account.</param>
/// <param name="Cancel">True to give up updates that are under way.</param>
/// <param name="DryRun">True to show what would be done, and do nothing.</param>
internal sealed record RepairParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description("The stacks, by the last part of their names, such as 'api' or 'data'; all where none is named.")] IReadOnlyList<string> Stacks,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description(ParameterText.Local)] bool Local,
    [property: Description("Leave these resources, by their logical ids, as they are in a rollback that stopped at them. CloudFormation then takes them for rolled back, which they are not.")] IReadOnlyList<string> Skip,
    [property: Description("Leave these resources, by their logical ids, in the account when a deletion that stopped at them goes on. They belong to no stack then.")] IReadOnlyList<string> Retain,
    [property: Description("Give up updates that CloudFormation is at, and roll them back.")] bool Cancel,
    [property: Description("Show what is stuck and what would be done, and do nothing.")] bool DryRun);
