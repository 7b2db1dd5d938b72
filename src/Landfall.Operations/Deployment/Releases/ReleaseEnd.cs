namespace Landfall.Operations.Deployment.Releases;

/// <summary>How a release command ended.</summary>
/// <param name="Reason">Why it has failed; null when it ended well.</param>
/// <param name="Evidence">What else is known of the failure, a line each.</param>
internal sealed record ReleaseEnd(string? Reason, IReadOnlyList<string> Evidence)
{
    /// <summary>It ended well.</summary>
    public static ReleaseEnd Well { get; } = new(null, []);
}
