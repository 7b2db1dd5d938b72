namespace Landfall.Checks;

/// <summary>How large what is checked may be, and how long it may take.</summary>
internal static class CheckLimits
{
    /// <summary>The most bytes of a check file.</summary>
    public const int FileBytes = 64 * 1024;

    /// <summary>The most requests of a check file.</summary>
    public const int Requests = 100;

    /// <summary>How much of an answer is read.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>How often a request is redirected before that is taken for a circle.</summary>
    public const int Redirects = 10;

    /// <summary>How long an answer may take, its body included.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);
}
