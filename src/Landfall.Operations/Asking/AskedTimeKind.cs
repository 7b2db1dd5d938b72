namespace Landfall.Operations.Asking;

/// <summary>How a question tells its time.</summary>
internal enum AskedTimeKind
{
    /// <summary>Not at all.</summary>
    Unsaid,

    /// <summary>So much back from now.</summary>
    Back,

    /// <summary>The day of now.</summary>
    Today,

    /// <summary>The day before.</summary>
    Yesterday,

    /// <summary>Since the last release.</summary>
    SinceRelease,
}
