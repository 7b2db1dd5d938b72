namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>A command of a shell's.</summary>
/// <param name="Words">The program and its arguments.</param>
/// <param name="Piped">True where it reads what the command before it writes.</param>
internal sealed record ShellCommand(IReadOnlyList<string> Words, bool Piped)
{
    /// <summary>The program's name, without its folder.</summary>
    public string Program => Words[0].Split('/')[^1];

    /// <summary>Its arguments.</summary>
    public IEnumerable<string> Arguments => Words.Skip(1);

    /// <summary>The command that <c>sudo</c>, <c>exec</c> or <c>env</c> runs; otherwise itself.</summary>
    public ShellCommand Inner
    {
        get
        {
            if (Program is not ("sudo" or "exec" or "env" or "command" or "time" or "nohup"))
                return this;
            List<string> rest = [.. Words.Skip(1).SkipWhile(word => word.StartsWith('-') || word.Contains('=', StringComparison.Ordinal))];
            return rest.Count == 0 ? this : new ShellCommand(rest, Piped).Inner;
        }
    }

    /// <summary>Tells whether an argument is a flag, alone, with a value, or as a letter among others.</summary>
    /// <param name="name">The long form, with hyphens.</param>
    /// <param name="letter">The short form, or null.</param>
    /// <returns>True when it is there.</returns>
    public bool Has(string name, char? letter = null) => Arguments.Any(word =>
        word == name || word.StartsWith($"{name}=", StringComparison.Ordinal)
        || (letter is { } c && word is ['-', not '-', ..] && word.AsSpan(1).TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#0123456789").IsEmpty && word.Contains(c, StringComparison.Ordinal)));
}
