namespace Landfall.AIOps.RootCause;

/// <summary>A possible cause with the figures that its place comes from.</summary>
/// <param name="Profile">Its symptoms.</param>
/// <param name="Own">What of its symptoms nothing else explains.</param>
/// <param name="Coverage">What it would explain.</param>
/// <param name="VolumeShare">Its part of the waiting or of the failures at the target; null when unknown.</param>
/// <param name="Visible">Its strongest symptom that matters to what was noticed.</param>
/// <param name="ExplainedBy">The dependency that explains most of it.</param>
internal sealed record RankedNode(
    NodeProfile Profile,
    double Own,
    Coverage Coverage,
    double? VolumeShare,
    double Visible,
    (string Node, double Share)? ExplainedBy)
{
    private const double WithoutVolume = 0.4;
    private const double AsideOfTarget = 0.2;

    /// <summary>The figure that candidates are ranked by, rounded so that the order of a sum does not decide.</summary>
    public double Score { get; } = Math.Round(
        Own * (1 + Coverage.Share) * (WithoutVolume + ((1 - WithoutVolume) * (VolumeShare ?? 1))) * (Coverage.ReachesTarget ? 1 : AsideOfTarget), 9);
}
