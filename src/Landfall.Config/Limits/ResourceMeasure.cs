using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.Config.Limits;

/// <summary>Holds a resource of a template against a limit.</summary>
internal static class ResourceMeasure
{
    // Web ACL capacity units, which a Web ACL has 5,000 of (AWS WAF Developer Guide, "AWS Managed Rules rule groups list").
    private static readonly Dictionary<string, int> Capacities = new(StringComparer.Ordinal)
    {
        ["AWSManagedRulesAmazonIpReputationList"] = 25,
        ["AWSManagedRulesCommonRuleSet"] = 700,
        ["AWSManagedRulesKnownBadInputsRuleSet"] = 200,
        ["AWSManagedRulesSQLiRuleSet"] = 200,
    };

    /// <summary>What of a resource is outside of a limit: the value or number that it has.</summary>
    public static IEnumerable<string> Breaches(JsonNode? properties, Limit limit)
    {
        var path = limit.Path is null ? [] : limit.Path.Split('/');
        return TemplateValues.At(properties, path).Select(node => Breach(node, limit)).OfType<string>();
    }

    private static string? Breach(JsonNode node, Limit limit) => limit.Measure switch
    {
        LimitMeasure.Pattern => TemplateValues.Text(node) is { } text && (text.Length > limit.Most || !Regex.IsMatch(text, limit.Pattern!, RegexOptions.CultureInvariant))
            ? $"'{text}'"
            : null,
        LimitMeasure.Value => Number(node) is { } number ? Outside(number, limit) : null,
        LimitMeasure.Length => Outside(TemplateValues.Length(node), limit),
        LimitMeasure.Size => Outside(TemplateValues.Text(node) is { } text ? Encoding.UTF8.GetByteCount(text) : TemplateValues.Length(node), limit),
        LimitMeasure.Items => Outside(node is JsonArray list ? list.Count : node is JsonObject mapping ? mapping.Count : 0, limit),
        LimitMeasure.Json => Outside(TemplateValues.JsonLength(node), limit),
        LimitMeasure.Policies => Outside(node.AsArray().Sum(policy => TemplateValues.JsonLength(policy!["PolicyDocument"])), limit),
        LimitMeasure.Values => Outside(ConditionValues(node).Count(), limit),
        LimitMeasure.Wildcards => Outside(ConditionValues(node).Sum(value => value.Count(c => c is '*' or '?')), limit),
        LimitMeasure.Capacity => Outside(node["Rules"]?.AsArray().Sum(rule => Capacity(rule!["Statement"]!)) ?? 0, limit),
        _ => null,
    };

    private static string? Outside(double number, Limit limit) =>
        number < limit.Least || number > limit.Most ? number.ToString("#,0.##", CultureInfo.InvariantCulture) : null;

    private static double? Number(JsonNode node) =>
        TemplateValues.Text(node) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> ConditionValues(JsonNode conditions) =>
        conditions.AsArray().OfType<JsonObject>()
            .SelectMany(condition => condition.Select(part => part.Value).OfType<JsonObject>())
            .SelectMany(config => config["Values"] as JsonArray ?? [])
            .Select(value => TemplateValues.Text(value!) ?? "");

    // A rate limit costs 2, a match on one text at most 10 (AWS WAF Developer Guide, "Rule statements list").
    private static int Capacity(JsonNode statement) =>
        statement["ManagedRuleGroupStatement"] is { } group ? Capacities.GetValueOrDefault((string)group["Name"]!, 700)
        : statement["RateBasedStatement"] is not null ? 2
        : 10;
}
