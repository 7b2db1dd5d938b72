namespace Landfall.Evaluation.Nab;

/// <summary>What a profile's score is compared with.</summary>
/// <param name="Label">The profile's short name.</param>
/// <param name="Published">Scores published for the same 43 series.</param>
/// <param name="Floor">The score below which the work is not done, at the benchmark's own threshold.</param>
/// <param name="Goal">The score aimed for, at the benchmark's own threshold.</param>
/// <param name="ShippedFloor">The floor at the shipped threshold.</param>
/// <param name="ShippedGoal">The goal at the shipped threshold.</param>
/// <param name="GaussianOnAll58">What is published for the windowed Gaussian on the full corpus.</param>
internal sealed record NabTargets(
    string Label,
    string? Published = null,
    double? Floor = null,
    double? Goal = null,
    double? ShippedFloor = null,
    double? ShippedGoal = null,
    string? GaussianOnAll58 = null)
{
    public static NabTargets For(string profile) => profile switch
    {
        "standard" => new("standard", "ARTime 77.7, CAD OSE 75.9, HTM 71.7, RCF 49.9", 70, 77.7, 62, 72, "39.6 on all 58 series"),
        "reward_low_FP_rate" => new("low-FP", "ARTime 68.3, CAD OSE 73.1, HTM 64.9, RCF 38.0", 62, 73.1, GaussianOnAll58: "20.9 on all 58 series"),
        "reward_low_FN_rate" => new("low-FN", "ARTime 83.1, CAD OSE 78.5, HTM 75.8, RCF 59.7", 75, 83.1, GaussianOnAll58: "47.4 on all 58 series"),
        _ => new(profile),
    };
}
