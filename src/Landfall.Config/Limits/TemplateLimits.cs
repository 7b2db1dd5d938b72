using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Config.Limits;

/// <summary>Holds the templates of an environment against every limit of AWS's that no account can have raised.</summary>
internal static class TemplateLimits
{
    private const string StackType = "AWS::CloudFormation::Stack";

    /// <summary>Says what is outside of a limit.</summary>
    /// <param name="templates">The templates by stack name.</param>
    /// <param name="adjustable">True to hold them against the quotas too that AWS raises on request.</param>
    /// <returns>One sentence for each.</returns>
    public static IReadOnlyList<string> Breaches(IReadOnlyDictionary<string, JsonNode> templates, bool adjustable)
    {
        var limits = LimitList.All.Where(limit => adjustable || !limit.Adjustable).ToLookup(limit => limit.Type, StringComparer.Ordinal);
        var breaches = new List<string>();
        foreach (var (stack, template) in templates)
        {
            breaches.AddRange(limits[StackType].SelectMany(limit => OfStack(stack, template, limit).Select(actual => limit.Breach($"The stack '{stack}'", actual))));
            breaches.AddRange(
                from resource in Resources(template)
                from limit in limits[(string)resource.Value!["Type"]!]
                from actual in ResourceMeasure.Breaches(resource.Value["Properties"], limit)
                select limit.Breach($"'{resource.Key}' ({limit.Type}) of the stack '{stack}'", actual));
        }

        breaches.AddRange(limits.SelectMany(type => type).Where(limit => limit.Measure == LimitMeasure.Count).SelectMany(limit => Counts(templates, limit)));
        return breaches;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Resources(JsonNode template) =>
        (template["Resources"] as JsonObject ?? []).Where(resource => resource.Value?["Type"] is JsonValue);

    private static IEnumerable<string> OfStack(string stack, JsonNode template, Limit limit)
    {
        var number = limit.Measure switch
        {
            LimitMeasure.Resources => (template["Resources"] as JsonObject)?.Count ?? 0,
            LimitMeasure.Outputs => (template["Outputs"] as JsonObject)?.Count ?? 0,
            LimitMeasure.Parameters => (template["Parameters"] as JsonObject)?.Count ?? 0,
            LimitMeasure.Bytes => Encoding.UTF8.GetByteCount(template.ToJsonString()),
            LimitMeasure.StackName => stack.Length,
            LimitMeasure.Description => Encoding.UTF8.GetByteCount((string?)template["Description"] ?? ""),
            LimitMeasure.Tags => Resources(template).Max(resource => (resource.Value!["Properties"]?["Tags"] as JsonArray)?.Count) ?? 0,
            _ => 0,
        };
        if (number > limit.Most)
        {
            yield return number.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (limit is { Measure: LimitMeasure.StackName, Pattern: { } pattern } && !Regex.IsMatch(stack, pattern, RegexOptions.CultureInvariant))
        {
            yield return $"'{stack}'";
        }
    }

    private static IEnumerable<string> Counts(IReadOnlyDictionary<string, JsonNode> templates, Limit limit) =>
        from template in templates
        from resource in Resources(template.Value)
        where (string)resource.Value!["Type"]! == limit.Type
        let key = limit.By is null ? "" : Owner(template.Key, template.Value, resource.Value["Properties"]?[limit.By])
        group resource by key into same
        where same.Count() > limit.Most
        select limit.Breach(same.Key.Length == 0 ? "The environment" : same.Key, same.Count());

    /// <summary>The resource that a value refers to, whichever stack it is in.</summary>
    private static string Owner(string stack, JsonNode template, JsonNode? value) =>
        (value as JsonObject)?["Ref"] is { } parameter && (string?)template["Parameters"]?[(string)parameter!]?["Default"] is { } published
            ? published
            : $"{stack}: {value?.ToJsonString()}";
}
