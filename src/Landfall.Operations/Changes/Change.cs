using System.Text.Json.Serialization;

namespace Landfall.Operations.Changes;

/// <summary>What a deployment does to an environment: the way from what runs to what is wanted.</summary>
/// <param name="Environment">The environment.</param>
/// <param name="Digest">
/// Stands for exactly this change: the hash of what runs and of what is wanted, so that it differs as soon as either does.
/// </param>
/// <param name="Stacks">The stacks that are created, updated or deleted, in the order of the deployment.</param>
/// <param name="Effects">What that means, in words; what is harmful comes first.</param>
/// <param name="Refused">Steps that AWS would refuse; with any of them nothing is deployed.</param>
internal sealed record Change(
    string Environment,
    string Digest,
    IReadOnlyList<StackChange> Stacks,
    IReadOnlyList<Effect> Effects,
    IReadOnlyList<Refusal> Refused)
{
    /// <summary>What only has another name in the file: nothing of it is replaced.</summary>
    public IReadOnlyList<Renaming> Renamed { get; init; } = [];

    /// <summary>What perhaps only has another name in the file, without saying so.</summary>
    public IReadOnlyList<RenameHint> Hints { get; init; } = [];

    /// <summary>AWS's services whose service-linked roles the account lacks: a deployment makes them, once for the account.</summary>
    public IReadOnlyList<string> ServiceRoles { get; init; } = [];

    /// <summary>What the environment is expected to cost less or more; null where that stays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChangeCost? Cost { get; init; }

    /// <summary>True when everything is found as it is wanted. What is done without a deployment has effects and no stacks.</summary>
    [JsonIgnore]
    public bool IsEmpty => Stacks.Count == 0 && Effects.Count == 0 && Refused.Count == 0;

    /// <summary>The effects that somebody has to agree to.</summary>
    [JsonIgnore]
    public IEnumerable<Effect> Harm => Effects.Where(e => e.Harmful);
}
