namespace Landfall.Kubernetes.Diagnosis;

/// <summary>
/// How sure a rule is, between 0 and 1. The figures say an order and are no frequencies: what the cluster states itself goes before what
/// its objects contradict, that before what only fits, and that before what is wrong but hurts nobody yet.
/// </summary>
internal static class Certainty
{
    /// <summary>The cluster says it: an event, a status or a log names this very cause, and the objects agree.</summary>
    public const double Stated = 0.95;

    /// <summary>Objects contradict each other, and what depends on them fails.</summary>
    public const double Shown = 0.85;

    /// <summary>The symptoms fit this cause better than others; nothing names it.</summary>
    public const double Likely = 0.6;

    /// <summary>A failure of which no rule knows the cause.</summary>
    public const double Unexplained = 0.4;

    /// <summary>Wrong, and no symptom of it is seen.</summary>
    public const double Latent = 0.3;

    /// <summary>The same in words.</summary>
    public static string InWords(double confidence) => confidence switch
    {
        >= Stated => "stated by the cluster",
        >= Shown => "shown by its objects",
        >= Likely => "likely",
        >= Unexplained => "cause unknown",
        _ => "hurts nobody yet",
    };
}
