using System.Text.Json.Serialization;
using Landfall.Kubernetes.Diagnosis;

namespace Landfall.Operations.Kubernetes;

/// <summary>A cause of what is wrong in a cluster.</summary>
/// <param name="Rank">1 for the likeliest.</param>
/// <param name="Namespace">Where it is, or null for what belongs to none.</param>
/// <param name="Taxonomy">The family of the cause, such as <c>Scheduling_Fault</c>.</param>
/// <param name="Object">What is at fault: <c>app/x</c> for a workload, <c>node/x</c> or <c>namespace/x</c>.</param>
/// <param name="Cause">Its kind, such as <c>oom_killed</c>.</param>
/// <param name="Explanation">In words.</param>
/// <param name="Confidence">Between 0 and 1; an order, no frequency.</param>
/// <param name="Evidence">What was seen.</param>
/// <param name="RuledOut">What else could have been, and why it is not.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ClusterAnswer(
    int Rank,
    string? Namespace,
    string Taxonomy,
    string Object,
    string Cause,
    string Explanation,
    double Confidence,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<string> RuledOut,
    ClusterRemedy Remedy)
{
    /// <summary>The confidence in words, for people.</summary>
    [JsonIgnore]
    public string Sureness => Certainty.InWords(Confidence);
}
