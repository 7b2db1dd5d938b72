namespace Landfall.Operations.Specs.Reading;

/// <summary>Reads a check. The grammar is that of docs/specifications.md.</summary>
internal static class CheckReader
{
    /// <summary>The kinds of the file's things, and the lists of the plan that they are in.</summary>
    public static IReadOnlyDictionary<string, string> Lists { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["service"] = "services",
        ["database"] = "databases",
        ["table"] = "tables",
        ["bucket"] = "buckets",
        ["queue"] = "queues",
        ["secret"] = "secrets",
        ["fileSystem"] = "fileSystems",
    };

    private const string Examples = "for example 'service api scale.min >= 2', 'plan protect = true', 'resource AWS::RDS::DBCluster StorageEncrypted = true', 'no resource AWS::EC2::NatGateway', 'cost expected <= 500' or 'http api GET /health 200'";
    private static readonly string[] Operators = ["=", "!=", "<", "<=", ">", ">=", "has", "exists", "absent"];
    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS"];
    private static readonly string[] Amounts = ["low", "expected", "high"];

    /// <summary>Reads it.</summary>
    /// <param name="text">What stands behind <c>check:</c>.</param>
    /// <returns>The check, or what is wrong with it.</returns>
    public static (SpecCheck? Check, string? Fault) Read(string text)
    {
        if (Split(text) is not { } words)
            return (null, "A quotation mark is not closed.");
        switch (words)
        {
            case ["plan", var path, .. var rest]:
                return Compared(path, rest, comparison => new PlanCheck("plan", "", path, comparison));
            case [var kind, var name, var path, .. var rest] when Lists.ContainsKey(kind):
                return Compared(path, rest, comparison => new PlanCheck(kind, name, path, comparison));
            case ["resource", var type, var path, .. var rest]:
                return IsType(type) ? Compared(path, rest, comparison => new ResourceCheck(type, path, comparison)) : (null, NoType(type));
            case ["no", "resource", var type]:
                return IsType(type) ? (new AbsenceCheck(type), null) : (null, NoType(type));
            case ["cost", var which, .. var rest]:
                return Amounts.Contains(which) ? Compared(which, rest, comparison => new CostCheck(which, comparison)) : (null, $"'{which}' is no amount of 'cost': it has {string.Join(", ", Amounts)}.");
            case ["http", var service, var method, var path, var status]:
                return Http(service, method, path, status);
            default:
                return (null, $"'{text}' is no check: {Examples}.");
        }
    }

    private static (SpecCheck?, string?) Http(string service, string method, string path, string status) =>
        !Methods.Contains(method) ? (null, $"'{method}' is not asked here: {string.Join(", ", Methods)} change nothing.")
        : !path.StartsWith('/') || path.Any(char.IsWhiteSpace) || path.Contains("{{", StringComparison.Ordinal) ? (null, $"'{path}' is no path: it begins with '/', and has neither spaces nor '{{{{' in it.")
        : status.Length != 3 || !status.All(char.IsAsciiDigit) ? (null, $"'{status}' is no status: it has three digits, as 200 has.")
        : (new HttpCheck(service, method, path, status), null);

    private static (SpecCheck?, string?) Compared(string path, string[] rest, Func<Comparison, SpecCheck> make) => rest switch
    {
        _ when path.Split('.').Any(key => key.Length == 0) => (null, $"'{path}' is no property: keys with one dot between them."),
        ["exists" or "absent"] => (make(new Comparison(rest[0], "")), null),
        [var sign, var value] when Operators.Contains(sign) && sign is not ("exists" or "absent") => (make(new Comparison(sign, value)), null),
        _ => (null, $"What '{path}' has to be is one of {string.Join(" ", Operators)}, with one value behind all but the last two. Put a value with spaces between quotation marks."),
    };

    private static bool IsType(string type) => type.Split("::") is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }] || type.StartsWith("Custom::", StringComparison.Ordinal);

    private static string NoType(string type) => $"'{type}' is no type of CloudFormation's, such as AWS::RDS::DBCluster.";

    /// <summary>The words; what is between quotation marks is one. Null where one is not closed.</summary>
    private static string[]? Split(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var quoted = text[at] == '"';
            var start = quoted ? at + 1 : at;
            var end = start;
            while (end < text.Length && (quoted ? text[end] != '"' : !char.IsWhiteSpace(text[end])))
                end++;
            if (quoted && end == text.Length)
                return null;
            words.Add(text[start..end]);
            at = quoted ? end + 1 : end;
        }

        return [.. words];
    }
}
