namespace Landfall.Hooks.Probes;

/// <summary>What came of it.</summary>
/// <param name="Failures">How answers differ from what is expected, with the place in the file; none where they do not.</param>
internal sealed record ProbeResult(IReadOnlyList<string> Failures);
