using Landfall.Config;

namespace Landfall.Operator.Playbooks;

/// <summary>A playbook in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Operation">What it does: an operation.</param>
/// <param name="When">Of what faults it is.</param>
/// <param name="File">Where it is from: a file, or <c>shipped</c>.</param>
/// <param name="NotAllowedIn">The environments whose <c>operate.allow</c> lacks what it does, so that it is never made there.</param>
internal sealed record ListedPlaybook(string Name, string Title, string Operation, IReadOnlyList<string> When, string File, IReadOnlyList<string> NotAllowedIn)
{
    /// <summary>Lists a playbook.</summary>
    /// <param name="playbook">The playbook.</param>
    /// <param name="config">The project; null where there is none.</param>
    /// <returns>Its line.</returns>
    public static ListedPlaybook Of(Playbook playbook, AppConfig? config) => new(
        playbook.Name,
        playbook.Title,
        playbook.Action.Operation,
        [.. playbook.When.Select(one => one.ToString()), .. playbook.Unless.Select(one => $"unless {one}")],
        playbook.File,
        [.. (config?.EnvironmentNames ?? []).Where(name => !config!.SettingsOf(name).Operate.Allow.Contains(playbook.Action.Operation))]);
}
