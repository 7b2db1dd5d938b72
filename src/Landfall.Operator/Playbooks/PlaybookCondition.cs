namespace Landfall.Operator.Playbooks;

/// <summary>Something that an incident has or has not.</summary>
/// <param name="Kind">What.</param>
/// <param name="Finding">The id of the finding, where it is one; null otherwise.</param>
internal sealed record PlaybookCondition(PlaybookConditionKind Kind, string? Finding)
{
    /// <summary>As a playbook writes it.</summary>
    public override string ToString() => Kind switch
    {
        PlaybookConditionKind.Release => "release",
        PlaybookConditionKind.Deployment => "deployment",
        _ => $"finding {Finding}",
    };
}
