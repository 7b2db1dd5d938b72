using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Config.Limits;

/// <summary>Holds the templates of an environment against AWS's limits and the account's quotas.</summary>
internal static class TemplateLimits
{
    private const string StackType = "AWS::CloudFormation::Stack";

    private static readonly string[] Named = ["Resources", "Outputs", "Parameters", "Mappings"];

    /// <summary>Says what is outside of a limit.</summary>
    /// <param name="templates">The templates by stack name.</param>
    /// <param name="adjustable">True to hold them against the quotas too that the account may have raised.</param>
    /// <param name="quotas">What is known of the account; null for nothing.</param>
    /// <returns>One sentence for each.</returns>
    public static IReadOnlyList<string> Breaches(IReadOnlyDictionary<string, JsonNode> templates, bool adjustable, AccountQuotas? quotas = null)
    {
        var limits = LimitList.All.Select((quotas ?? AccountQuotas.Unknown).Of).Where(limit => adjustable || !limit.Adjustable).ToLookup(limit => limit.Type, StringComparer.Ordinal);
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
        Section(template, "Resources").Where(resource => resource.Value?["Type"] is JsonValue);

    private static JsonObject Section(JsonNode template, string name) => template[name] as JsonObject ?? [];

    private static int Most(IEnumerable<int> numbers) => numbers.DefaultIfEmpty().Max();

    private static IEnumerable<string> OfStack(string stack, JsonNode template, Limit limit)
    {
        var number = limit.Measure switch
        {
            LimitMeasure.Resources => Section(template, "Resources").Count,
            LimitMeasure.Outputs => Section(template, "Outputs").Count,
            LimitMeasure.Parameters => Section(template, "Parameters").Count,
            LimitMeasure.Mappings => Section(template, "Mappings").Count,
            LimitMeasure.MappingAttributes => Most(Section(template, "Mappings").Select(mapping => (mapping.Value as JsonObject)?.Count ?? 0)),
            LimitMeasure.Names => Most(Named.SelectMany(section => Section(template, section)).Select(entry => entry.Key.Length)),
            LimitMeasure.ParameterValues => Most(Section(template, "Parameters").Select(parameter => Encoding.UTF8.GetByteCount(parameter.Value?["Default"]?.ToString() ?? ""))),
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
