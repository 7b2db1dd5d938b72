using System.Globalization;
using Landfall.Config;
using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Suppressions;

/// <summary>Reads <c>.landfall-security.yaml</c>: <c>ignore: [{ rule, path, resource, reason, until }]</c>.</summary>
internal static class SuppressionFile
{
    public const string Name = ".landfall-security.yaml";

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal) { "rule", "path", "resource", "reason", "until" };

    /// <summary>Reads a folder's.</summary>
    /// <param name="root">The folder.</param>
    /// <returns>What has been accepted; nothing where there is no file.</returns>
    /// <exception cref="LandfallException">The file cannot be read, or an entry lacks its rule or reason.</exception>
    public static IReadOnlyList<Suppression> Read(string root)
    {
        if (!File.Exists(Path.Combine(root, Name)) || SourceFile.Read(root, Name, []) is not { } file)
            return [];
        var (documents, problem) = ForeignTree.Read(file);
        if (problem is not null)
            throw Unusable(problem);
        if (documents is not [MapNode { Entries: [{ Key: "ignore", Value: ListNode list }] }])
            throw Unusable("It has to hold one key, 'ignore', with a list: 'ignore: [{ rule: docker-root-user, path: \"legacy/**\", reason: why }]'.");
        return [.. list.Items.Select(Entry)];
    }

    private static Suppression Entry(ConfigNode node)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"Line {node.Mark.Line}:");
        if (node is not MapNode map)
            throw Unusable($"{at} an entry is a mapping with 'rule' and 'reason'.");
        if (map.Entries.FirstOrDefault(entry => !Keys.Contains(entry.Key)) is { } unknown)
            throw Unusable($"{at} '{unknown.Key}' is no key of an entry. It has rule, path, resource, reason and until.");
        var (rule, reason, until) = (map.TextAt("rule"), map.TextAt("reason"), map.TextAt("until"));
        if (rule is null || !SecurityRules.All.ContainsKey(rule))
            throw Unusable($"{at} '{rule}' is no rule. docs/security.md lists them.");
        if (string.IsNullOrWhiteSpace(reason))
            throw Unusable($"{at} '{rule}' has no reason. Say why it is accepted.");
        DateOnly? day = until is null ? null
            : DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed
            : throw Unusable($"{at} '{until}' is no day. Write until: 2027-01-31.");
        return new Suppression(rule, reason, day, string.Create(CultureInfo.InvariantCulture, $"{Name}:{map.Mark.Line}")) { Path = map.TextAt("path"), Resource = map.TextAt("resource") };
    }

    private static LandfallException Unusable(string what) => new(ErrorCodes.SuppressionsUnreadable, $"{Name} cannot be used. {what}");
}
