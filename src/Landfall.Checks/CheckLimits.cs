namespace Landfall.Checks;

/// <summary>How large what is checked may be, and how long it may take.</summary>
internal static class CheckLimits
{
    /// <summary>The most bytes of a check file.</summary>
    public const int FileBytes = 64 * 1024;

    /// <summary>
    /// The most bytes of a browser file: it and the program that runs it are in a task definition, of which ECS takes 64 KiB (Amazon ECS
    /// Developer Guide, "Amazon ECS service quotas", task definition size), and each step is in there twice, as words and taken apart.
    /// </summary>
    public const int BrowserFileBytes = 12 * 1024;

    /// <summary>The most steps of a browser file.</summary>
    public const int Steps = 100;

    /// <summary>The most requests of a check file.</summary>
    public const int Requests = 100;

    /// <summary>How much of an answer is read.</summary>
    public const int BodyBytes = 1024 * 1024;

    /// <summary>How often a request is redirected before that is taken for a circle.</summary>
    public const int Redirects = 10;

    /// <summary>How long an answer may take, its body included.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(10);

    /// <summary>How long a step in a browser may take that is not given another time: as long as an answer.</summary>
    public static readonly TimeSpan Step = Answer;

    /// <summary>The longest that a step in a browser may be given; people have gone by then.</summary>
    public static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(2);
}
