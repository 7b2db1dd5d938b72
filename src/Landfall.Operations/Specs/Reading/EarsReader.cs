namespace Landfall.Operations.Specs.Reading;

/// <summary>Reads the sentence of a requirement: clauses that begin with Where, While, When or If … then, and then <c>the … shall …</c>.</summary>
internal static class EarsReader
{
    private const string Form = "Write 'The <system> shall <response>.', with 'When …,', 'While …,', 'Where …,' or 'If …, then' before it";
    private static readonly Dictionary<string, EarsKind> Clauses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["where"] = EarsKind.Optional,
        ["while"] = EarsKind.State,
        ["when"] = EarsKind.Event,
        ["if"] = EarsKind.Unwanted,
    };

    /// <summary>Reads it.</summary>
    /// <param name="text">The sentence.</param>
    /// <returns>The sentence, or what is wrong with it.</returns>
    public static (EarsSentence? Sentence, string? Fault) Read(string text)
    {
        var rest = string.Join(' ', text.Replace("**", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        var shalls = Words(rest).Count(word => Is(word, "shall"));
        if (shalls != 1)
            return (null, shalls == 0 ? $"The sentence has no 'shall', so nothing is required. {Form}." : $"The sentence has 'shall' {shalls} times. Make a requirement of each, with a heading of its own.");
        var kinds = new List<EarsKind>();
        while (Clauses.TryGetValue(First(rest), out var kind))
        {
            var end = End(rest);
            if (end < 0)
                return (null, $"'{First(rest)} …' does not end: a comma has to stand before {(kind == EarsKind.Unwanted ? "'then the …'" : "'the …'")}. {Form}.");
            if (rest[First(rest).Length..end].Trim().Length == 0)
                return (null, $"Nothing stands behind '{First(rest)}'. {Form}.");
            kinds.Add(kind);
            rest = rest[(end + 1)..].TrimStart();
            var isThen = Is(First(rest), "then");
            if (isThen != (kind == EarsKind.Unwanted))
                return (null, isThen ? "'then' belongs to 'If …, then'." : "'If …,' goes on with 'then'. For what is wanted write 'When …,'.");
            if (isThen)
                rest = rest["then".Length..].TrimStart();
        }

        if (!Is(First(rest), "the"))
            return (null, $"'{First(rest)} …' is none of the forms. {Form}.");
        var words = Words(rest).ToList();
        var at = words.FindIndex(word => Is(word, "shall"));
        var (system, response) = (string.Join(' ', words.Take(at).Skip(1)), string.Join(' ', words.Skip(at + 1)));
        if (at < 0 || system.Length == 0 || response.Length == 0)
            return (null, $"{(system.Length == 0 ? "Nothing says who shall do it" : "Nothing says what it shall do")}. {Form}.");
        return (new EarsSentence(kinds.Distinct().Count() switch { 0 => EarsKind.Ubiquitous, 1 => kinds[0], _ => EarsKind.Complex }, system, response), null);
    }

    /// <summary>The comma with which a clause ends: the first with another clause, 'then' or 'the' behind it.</summary>
    private static int End(string text)
    {
        for (var at = text.IndexOf(',', StringComparison.Ordinal); at >= 0; at = text.IndexOf(',', at + 1))
        {
            var next = First(text[(at + 1)..].TrimStart());
            if (Is(next, "then") || Is(next, "the") || Clauses.ContainsKey(next))
                return at;
        }

        return -1;
    }

    private static string First(string text) => Words(text).FirstOrDefault() ?? "";

    private static IEnumerable<string> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
