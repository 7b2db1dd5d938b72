using System.Text.Json;

namespace Landfall.Evaluation.Nab;

/// <summary>What a user of the benchmark pays for mistakes.</summary>
/// <param name="Name">The profile's name in <c>config/profiles.json</c>.</param>
/// <param name="TruePositive">Reward for detecting a window at once.</param>
/// <param name="FalseNegative">Cost of a missed window.</param>
/// <param name="FalsePositive">Cost of an alarm far from any window.</param>
internal sealed record NabProfile(string Name, double TruePositive, double FalseNegative, double FalsePositive)
{
    /// <summary>Reads every profile of a <c>profiles.json</c>.</summary>
    /// <exception cref="KeyNotFoundException">A profile lacks one of its weights.</exception>
    public static IReadOnlyList<NabProfile> Load(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return [.. document.RootElement.EnumerateObject().Select(profile =>
        {
            var costs = profile.Value.GetProperty("CostMatrix");
            return new NabProfile(
                profile.Name,
                costs.GetProperty("tpWeight").GetDouble(),
                costs.GetProperty("fnWeight").GetDouble(),
                costs.GetProperty("fpWeight").GetDouble());
        })];
    }
}
