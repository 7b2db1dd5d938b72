using Landfall.Operations.Status;

namespace Landfall.Operations.Drifting;

/// <summary>What of an environment is not as it was deployed.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="At">When it was looked at.</param>
/// <param name="Checked">How many resources were compared.</param>
/// <param name="Unchecked">How many CloudFormation does not compare, by type.</param>
/// <param name="Resources">Those that differ, in order of stack and name.</param>
/// <param name="Unread">What could not be looked at, with the reason.</param>
internal sealed record EnvironmentDrift(
    string App,
    string Environment,
    DateTimeOffset At,
    int Checked,
    IReadOnlyDictionary<string, int> Unchecked,
    IReadOnlyList<DriftedResource> Resources,
    IReadOnlyList<UnreadPart> Unread);
