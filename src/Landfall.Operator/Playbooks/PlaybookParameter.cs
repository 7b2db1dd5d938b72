namespace Landfall.Operator.Playbooks;

/// <summary>What a playbook takes.</summary>
/// <param name="Name">Its name, in snake case.</param>
/// <param name="Default">Its value where none is given; null for one that has to be given.</param>
/// <param name="Description">What it is.</param>
internal sealed record PlaybookParameter(string Name, string? Default, string Description);
