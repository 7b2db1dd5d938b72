using System.Text.Json.Serialization;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Repairing;

/// <summary>A stack that takes no deployment as it is.</summary>
/// <param name="Stack">Its name.</param>
/// <param name="Status">CloudFormation's status.</param>
/// <param name="Since">Since when it is in it.</param>
/// <param name="Failures">What failed, the first failure first, in CloudFormation's words.</param>
/// <param name="Blocking">The logical ids of what the rollback or the deletion has stopped at.</param>
/// <param name="Remedy">What ends it.</param>
/// <param name="Does">That, in a sentence.</param>
internal sealed record StuckStack(
    string Stack, string Status, DateTimeOffset Since, IReadOnlyList<StackFailure> Failures, IReadOnlyList<string> Blocking, Remedy Remedy, string Does)
{
    /// <summary>What to try about the cause; null where nothing is known that helps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Advice { get; init; }

    /// <summary>What else it does, a sentence each.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>Whether something was done to it.</summary>
    public bool Repaired { get; init; }

    /// <summary>Its status afterwards; null where it is gone, or nothing was done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Now { get; init; }

    /// <summary>Whether something is done about it, once that is agreed to.</summary>
    [JsonIgnore]
    public bool IsMended => Remedy is not (Remedy.Wait or Remedy.ByHand);
}
