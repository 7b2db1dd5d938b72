namespace Landfall.AIOps.Detection;

/// <summary>Why a service got its score.</summary>
/// <param name="Score">The score, 0 to 1.</param>
/// <param name="Contributions">The series that add to it, the strongest first.</param>
/// <param name="OutOfStep">The series that no longer moves with the others, if that is the stronger evidence.</param>
public sealed record ServiceExplanation(double Score, IReadOnlyList<SeriesContribution> Contributions, string? OutOfStep)
{
    /// <summary>One sentence for a person.</summary>
    public string Describe()
    {
        if (OutOfStep is not null)
            return $"{OutOfStep} no longer moves with the other series of the service";
        return Contributions.Count == 0
            ? "nothing unusual"
            : string.Join("; ", Contributions.Take(3).Select(c => c.Reason is null ? c.Series : $"{c.Series}: {c.Reason.Describe()}"));
    }
}
