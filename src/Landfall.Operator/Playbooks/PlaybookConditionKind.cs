namespace Landfall.Operator.Playbooks;

/// <summary>What a playbook goes by.</summary>
internal enum PlaybookConditionKind
{
    /// <summary>A closer look at the service found it: the id of a rule of <c>landfall explain</c>.</summary>
    Finding,

    /// <summary>The last that Landfall brought to the service within the hour before was a release, and the cause is thought to be at the service.</summary>
    Release,

    /// <summary>Landfall released or deployed the service within the hour before, or a rollout of it began.</summary>
    Deployment,
}
