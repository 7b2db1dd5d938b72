namespace Landfall.Kubernetes.Diagnosis;

/// <summary>One possible cause of what is wrong.</summary>
/// <param name="Cause">Its kind.</param>
/// <param name="Object">What it is the fault of.</param>
/// <param name="Explanation">One sentence with the names and values.</param>
/// <param name="Confidence">See <see cref="Certainty"/>.</param>
/// <param name="Evidence">What was seen, each with where.</param>
/// <param name="Remedy">What puts it right.</param>
internal sealed record Finding(Cause Cause, ClusterObject Object, string Explanation, double Confidence, IReadOnlyList<string> Evidence, Remedy Remedy)
{
    /// <summary>What else could have been the cause, and why it is not.</summary>
    public IReadOnlyList<string> RuledOut { get; init; } = [];
}
