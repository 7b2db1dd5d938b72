using System.Text.Json.Nodes;

namespace Landfall.Operations.Documents;

/// <summary>A statement of a policy in words. All of it is said: what it leaves out (<c>NotAction</c>, <c>NotResource</c>) and what it forbids, too.</summary>
internal static class StatementWords
{
    // The verbs with which AWS's actions begin that only look (Service Authorization Reference, access levels Read and List).
    private static readonly string[] Looking =
    [
        "BatchCheck", "BatchGet", "BatchDescribe", "Check", "ConditionCheck", "Describe", "Discover", "Download", "Estimate", "Filter", "Get", "Head", "List", "Lookup", "Poll", "Query",
        "Read", "Receive", "Scan", "Search", "Select", "Simulate", "Validate", "View",
    ];

    private static readonly Dictionary<string, string> OfOwnKind = new(StringComparer.OrdinalIgnoreCase)
    {
        ["*"] = "does anything",
        ["iam:PassRole"] = "hands roles over",
        ["sts:AssumeRole"] = "takes roles",
        ["kms:Decrypt"] = "decrypts",
        ["secretsmanager:GetSecretValue"] = "reads the value of secrets",
        ["ecr:GetAuthorizationToken"] = "signs in to the registry",
    };

    /// <summary>Says what is allowed or forbidden.</summary>
    /// <param name="statement">The statement.</param>
    public static string May(JsonNode statement)
    {
        var all = statement["NotAction"] is { } but
            ? [$"does anything but {string.Join(", ", Texts(but))}"]
            : Texts(statement["Action"]).GroupBy(Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(Sentence);
        return $"{(Words.Text(statement["Effect"]) == "Deny" ? "never: " : "")}{string.Join("; ", all)}";
    }

    /// <summary>Says on what.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="statement">The statement.</param>
    public static string On(DocumentedEnvironment environment, JsonNode statement) =>
        statement["NotResource"] is { } but ? $"everything but {string.Join(", ", Words.Each(but).Select(one => ResourceWords.Of(environment, one)))}"
        : string.Join(", ", Words.Each(statement["Resource"]).Select(one => ResourceWords.Of(environment, one)).Distinct());

    /// <summary>Says under which conditions.</summary>
    /// <param name="statement">The statement.</param>
    public static string When(JsonNode statement) => string.Join("; ", (statement["Condition"] as JsonObject ?? []).SelectMany(test =>
        (test.Value as JsonObject ?? []).Select(key => $"{key.Key} {test.Key} {string.Join(" or ", Words.Each(key.Value).Select(ResourceWords.Plain))}")));

    /// <summary>Says for whom.</summary>
    /// <param name="principal">The principal of a statement.</param>
    public static IEnumerable<string> Principals(JsonNode? principal) => principal is JsonObject kinds
        ? kinds.SelectMany(kind => Words.Each(kind.Value).Select(one => ResourceWords.Plain(one) is var who && kind.Key == "AWS" && who == "*" ? "anybody" : who))
        : Texts(principal).Select(one => one == "*" ? "anybody" : one);

    private static IEnumerable<string> Texts(JsonNode? node) => Words.Each(node).Select(ResourceWords.Plain);

    private static string Kind(string action)
    {
        if (OfOwnKind.TryGetValue(action, out var own))
            return own;
        var parts = action.Split(':', 2);
        var verb = parts[^1];
        return parts.Length < 2 || verb == "*" ? $"does anything with {parts[0]}"
            : $"{(Looking.Any(looking => verb.StartsWith(looking, StringComparison.OrdinalIgnoreCase)) ? "reads" : "changes")} {parts[0]}";
    }

    private static string Sentence(IGrouping<string, string> kind) =>
        kind.Count() == 1 && OfOwnKind.ContainsKey(kind.First()) ? kind.Key
        : $"{kind.Key} ({string.Join(", ", kind.Select(action => action[(action.IndexOf(':', StringComparison.Ordinal) + 1)..]).Order(StringComparer.Ordinal))})";
}
