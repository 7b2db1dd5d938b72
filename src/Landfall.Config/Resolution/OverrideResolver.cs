using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Tree;

namespace Landfall.Config.Resolution;

/// <summary>Resolves patches of synthesised resources.</summary>
internal static class OverrideResolver
{
    /// <summary>The patches, in order of path and property.</summary>
    /// <param name="settings">The environment.</param>
    /// <param name="prefix">What its stacks' names begin with.</param>
    public static IReadOnlyList<OverridePlan> Resolve(SettingsModel settings, string prefix) =>
        [.. settings.Overrides
            .SelectMany(path => path.Value, (path, property) => new OverridePlan(InAws(path.Key, settings, prefix), property.Key, Json(property.Value)))
            .OrderBy(change => change.Path, StringComparer.Ordinal)
            .ThenBy(change => change.Property, StringComparer.Ordinal)];

    /// <summary>A renamed service's stack keeps its name, but the file speaks of the service by its own.</summary>
    private static string InAws(string path, SettingsModel settings, string prefix)
    {
        var stack = path.Split('/')[0];
        var before = stack.StartsWith(prefix, StringComparison.Ordinal) ? prefix : "";
        return settings.Services.GetValueOrDefault(stack[before.Length..])?.Was is { } was ? before + was + path[stack.Length..] : path;
    }

    /// <summary>A value of the file as JSON; null for a null.</summary>
    public static JsonNode? Json(ConfigNode node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(Json)]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { Style: not ScalarStyle.Quoted } scalar when PlainScalar.IsBoolean(scalar.Text) => JsonValue.Create(bool.Parse(scalar.Text)),
        ScalarNode { Style: not ScalarStyle.Quoted } scalar when PlainScalar.IsNumber(scalar.Text) => Number(scalar.Text),
        ScalarNode scalar => JsonValue.Create(scalar.Text),
        _ => throw new InvalidOperationException($"A node of type {node.GetType().Name} has no JSON form."),
    };

    private static JsonValue Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? JsonValue.Create(whole)
            : JsonValue.Create(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
}
