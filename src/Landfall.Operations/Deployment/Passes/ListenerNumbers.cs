using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;
using Landfall.Config.Values;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Gives listener rules their numbers. A listener has each number once (<c>PriorityInUse</c>, Elastic Load Balancing API,
/// CreateRule), and while stacks are deployed one by one the rules of all of them are there: so a deployed rule keeps its
/// number while that says what is wanted, and a new one takes a number that no rule has, of the same meaning.
/// </summary>
internal sealed class ListenerNumbers
{
    private const string RuleType = "AWS::ElasticLoadBalancingV2::ListenerRule";

    private readonly Dictionary<(string Stack, string Id), Rule> _deployed;
    private readonly HashSet<(string Listener, int Number)> _taken;

    private ListenerNumbers(IReadOnlyList<DeployedStack> deployed)
    {
        _deployed = deployed.SelectMany(d => Rules(d.Name, d.Template)).ToDictionary(r => (r.Stack, r.Id));
        _taken = [.. _deployed.Values.Select(r => (r.Listener, r.Number))];
    }

    /// <summary>Gives every wanted rule its number.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks of the assembly.</param>
    /// <returns>The same stacks, some with another template.</returns>
    public static IReadOnlyList<AssemblyStack> Settle(IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted)
    {
        var numbers = new ListenerNumbers(deployed);
        var rules = wanted.SelectMany(s => Rules(s.Name, s.Template)).ToList();
        var staying = rules.ToLookup(numbers.Stays);
        var settled = staying[true].Select(r => (Rule: r, Number: numbers._deployed[(r.Stack, r.Id)].Number))
            .Concat(staying[false].OrderBy(r => r.IsInBand).ThenBy(r => r.Stack, StringComparer.Ordinal).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => (Rule: r, Number: numbers.Free(r))))
            .Where(s => s.Number != s.Rule.Number)
            .ToLookup(s => s.Rule.Stack, StringComparer.Ordinal);
        return [.. wanted.Select(s => settled.Contains(s.Name) ? s with { Template = Rewrite(s.Template, settled[s.Name]) } : s)];
    }

    /// <summary>Whether the deployed rule's number says what is wanted of the rule.</summary>
    private bool Stays(Rule rule) =>
        _deployed.TryGetValue((rule.Stack, rule.Id), out var before) && before.Listener == rule.Listener
        && (rule.Band is { } band && rule.IsInBand ? IsIn(band, before.Number) : before.Number == rule.Number);

    private int Free(Rule rule)
    {
        // A number of somebody's own choice (an override, a rule of one's own) is not Landfall's to move.
        if (rule.Band is not { } band || !rule.IsInBand)
        {
            _taken.Add((rule.Listener, rule.Number));
            return rule.Number;
        }

        return Enumerable.Range(0, band.Size).Select(step => band.First + ((rule.Number - band.First + step) % band.Size))
            .Concat(Enumerable.Range(1, ListenerPriorities.Largest))
            .First(number => _taken.Add((rule.Listener, number)));
    }

    private static bool IsIn((int First, int Size) band, int number) => number >= band.First && number < band.First + band.Size;

    private static JsonObject Rewrite(JsonObject template, IEnumerable<(Rule Rule, int Number)> numbers)
    {
        var rewritten = template.DeepClone().AsObject();
        foreach (var (rule, number) in numbers)
            rewritten["Resources"]![rule.Id]!["Properties"]!["Priority"] = number;
        return rewritten;
    }

    private static IEnumerable<Rule> Rules(string stack, JsonObject template)
    {
        foreach (var (id, resource) in template.OfType(RuleType))
        {
            if (resource["Properties"] is JsonObject properties
                && int.TryParse(properties["Priority"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var listener = Listener(stack, template, properties["ListenerArn"]);
                yield return new Rule(stack, id, listener, number, Band(listener, properties["Conditions"] as JsonArray ?? []));
            }
        }
    }

    // A listener of another stack is the same for all that read it; one of the stack's own, or written out, is its text.
    private static string Listener(string stack, JsonObject template, JsonNode? arn)
    {
        if (arn is not JsonObject reference || reference["Ref"] is not JsonValue name)
            return arn?.ToJsonString() ?? "";
        var parameter = template["Parameters"]?[name.ToString()];
        return parameter?["Default"]?.ToString() ?? $"{stack}/{name}";
    }

    /// <summary>The numbers of the same meaning, or null for a rule that Landfall did not write.</summary>
    private static (int First, int Size)? Band(string listener, JsonArray conditions)
    {
        string? hosts = null, path = null;
        foreach (var condition in conditions)
        {
            switch ((string?)condition!["Field"])
            {
                case "host-header" when Values(condition, "HostHeaderConfig") is { Count: > 0 } names:
                    hosts = string.Join(',', names.Select(name => TemplateParts.Literal(name) ?? name!.ToJsonString()));
                    break;
                case "path-pattern" when Values(condition, "PathPatternConfig") is { Count: > 0 } paths:
                    // '/api' and '/api/*' are one path, and the longer says how specific it is.
                    path = TemplateParts.Literal(paths[^1]);
                    break;
                default:
                    return null;
            }
        }

        // Every internal service has one host name of its own, so that any number will do.
        return listener.EndsWith(AwsNames.InternalListenerPart, StringComparison.Ordinal) ? (1, ListenerPriorities.Largest)
            : path is not null || hosts is not null ? ListenerPriorities.Band(hosts, path ?? PathPattern.Every)
            : null;
    }

    private static JsonArray? Values(JsonNode condition, string config) => condition[config]?["Values"] as JsonArray;

    private sealed record Rule(string Stack, string Id, string Listener, int Number, (int First, int Size)? Band)
    {
        public bool IsInBand => Band is { } band && IsIn(band, Number);
    }
}
