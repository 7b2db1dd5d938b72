namespace Landfall.Config.Stacks;

/// <summary>The names of environments that pull requests have: <c>pr-</c> and the pull request's number.</summary>
public static class PreviewNames
{
    /// <summary>What the names of all begin with.</summary>
    public const string Start = "pr-";

    /// <summary>What stands for any of them in a policy.</summary>
    internal const string Any = Start + "*";

    /// <summary>What the names of roles have in the place of an environment's.</summary>
    internal const string Word = "preview";

    // Pull requests of large repositories have six digits; a name has to fit with all of them.
    private const int MostDigits = 7;

    /// <summary>The longest of the names.</summary>
    internal static string Longest { get; } = Start + new string('9', MostDigits);

    /// <summary>Tells whether a name is one of them.</summary>
    /// <param name="environment">The name.</param>
    /// <returns>True for <c>pr-7</c>, false for <c>pr-07</c> and <c>pr-x</c>.</returns>
    public static bool Is(string environment) =>
        environment.Length > Start.Length
        && environment.Length <= Start.Length + MostDigits
        && environment.StartsWith(Start, StringComparison.Ordinal)
        && environment[Start.Length] != '0'
        && environment.AsSpan(Start.Length).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Tells whether an environment's name could be taken for one of them, or its stacks for theirs.</summary>
    internal static bool IsNear(string environment) => environment == Start[..^1] || environment.StartsWith(Start, StringComparison.Ordinal);
}
