using System.Text.Json.Serialization;

namespace Landfall.Operator.Playbooks;

/// <summary>What to do about one kind of fault: written by people, for people and for the operator. It acts once.</summary>
/// <param name="Name">Its name: that of its file without <c>.sop.md</c>.</param>
/// <param name="File">Where it is from: a file, or <c>shipped</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Overview">What it is for.</param>
/// <param name="When">Of what faults it is: one of these has to be there.</param>
/// <param name="Unless">Where it would be wrong: none of these may be there.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Steps">Its steps, in order; one of them acts.</param>
/// <param name="Undo">What takes its action back where it did not help; null where nothing has to be.</param>
/// <param name="Within">How long after the action the fault has to be over.</param>
internal sealed record Playbook(
    string Name,
    string File,
    string Title,
    string Overview,
    IReadOnlyList<PlaybookCondition> When,
    IReadOnlyList<PlaybookCondition> Unless,
    IReadOnlyList<PlaybookParameter> Parameters,
    IReadOnlyList<PlaybookStep> Steps,
    PlaybookAction? Undo,
    TimeSpan Within)
{
    /// <summary>What the name of a playbook's file ends with.</summary>
    public const string Extension = ".sop.md";

    /// <summary>The parameter that the operator gives: the service that is affected.</summary>
    public const string Service = "service";

    /// <summary>The one action.</summary>
    [JsonIgnore]
    public PlaybookAction Action => Steps.Select(step => step.Action).OfType<PlaybookAction>().Single();
}
