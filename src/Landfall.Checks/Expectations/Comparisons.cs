namespace Landfall.Checks.Expectations;

/// <summary>Signs of comparisons, and what they compare.</summary>
internal static class Comparisons
{
    private static readonly Dictionary<string, Comparison> Signs = new(StringComparer.Ordinal)
    {
        ["=="] = Comparison.Equal,
        ["!="] = Comparison.NotEqual,
        ["~"] = Comparison.Contains,
        ["!~"] = Comparison.Lacks,
        ["<"] = Comparison.Less,
        ["<="] = Comparison.AtMost,
        [">"] = Comparison.More,
        [">="] = Comparison.AtLeast,
    };

    /// <summary>The comparison of a sign.</summary>
    /// <param name="sign">For example <c>==</c>.</param>
    /// <returns>The comparison, or null.</returns>
    public static Comparison? Of(string sign) => Signs.TryGetValue(sign, out var comparison) ? comparison : null;

    /// <summary>The sign of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>For example <c>==</c>.</returns>
    public static string Sign(Comparison comparison) => Signs.First(pair => pair.Value == comparison).Key;

    /// <summary>Whether a comparison is one of texts.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <returns>False for larger and smaller.</returns>
    public static bool IsOfText(Comparison comparison) => comparison <= Comparison.Lacks;

    /// <summary>Compares numbers.</summary>
    /// <param name="actual">What there is.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="expected">What it is compared with.</param>
    /// <returns>True where it holds.</returns>
    public static bool Holds(double actual, Comparison comparison, double expected) => comparison switch
    {
        Comparison.Equal => actual == expected,
        Comparison.NotEqual => actual != expected,
        Comparison.Less => actual < expected,
        Comparison.AtMost => actual <= expected,
        Comparison.More => actual > expected,
        Comparison.AtLeast => actual >= expected,
        _ => false,
    };

    /// <summary>Compares texts.</summary>
    /// <param name="actual">What there is.</param>
    /// <param name="comparison">The comparison.</param>
    /// <param name="expected">What it is compared with.</param>
    /// <param name="how">Whether upper and lower case differ.</param>
    /// <returns>True where it holds.</returns>
    public static bool Holds(string actual, Comparison comparison, string expected, StringComparison how) => comparison switch
    {
        Comparison.Exists => true,
        Comparison.Equal => actual.Equals(expected, how),
        Comparison.NotEqual => !actual.Equals(expected, how),
        Comparison.Contains => actual.Contains(expected, how),
        Comparison.Lacks => !actual.Contains(expected, how),
        _ => false,
    };
}
