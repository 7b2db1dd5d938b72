namespace Landfall.AIOps.Releases;

/// <summary>What is known of a release so far.</summary>
public enum ReleaseVerdict
{
    /// <summary>Nothing says that the new version is worse.</summary>
    Undecided,

    /// <summary>More requests fail in the new version than in the old one.</summary>
    FailsMore,

    /// <summary>More requests are slow in the new version than in the old one.</summary>
    Slower,
}
