using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployed template says about what stands on what, and about what outlives its stack.</summary>
/// <param name="Gives">The SSM parameters and exports that the stack owns.</param>
/// <param name="Takes">The SSM parameters and exports of others that it was deployed with.</param>
/// <param name="Retains">Logical ids of resources that CloudFormation keeps, or keeps a snapshot of.</param>
internal sealed record StackTemplate(IReadOnlySet<string> Gives, IReadOnlySet<string> Takes, IReadOnlySet<string> Retains)
{
    /// <summary>Reads the templates that stacks were deployed with.</summary>
    /// <param name="regions">The regions that they are in.</param>
    /// <param name="stacks">The stacks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The templates by stack name.</returns>
    /// <exception cref="LandfallException">A template is not JSON: buckets that it retains would be taken for its own, and emptied.</exception>
    public static async Task<IReadOnlyDictionary<string, StackTemplate>> ReadAsync(
        StackRegions regions, IReadOnlyList<Stack> stacks, CancellationToken cancellation)
    {
        var templates = new Dictionary<string, StackTemplate>(StringComparer.Ordinal);
        foreach (var stack in stacks)
        {
            // A stack that only a change set was made for has no template yet, and nothing in it.
            templates[stack.Name] = Of(stack.Status == "REVIEW_IN_PROGRESS" ? [] : await FetchAsync(regions.ClientOf(stack.Name), stack.Name, cancellation).ConfigureAwait(false));
        }

        return templates;
    }

    /// <summary>Fetches the template that a stack was deployed with.</summary>
    /// <param name="client">CloudFormation.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The template.</returns>
    /// <exception cref="LandfallException">It is not JSON, which the CDK always writes.</exception>
    public static async Task<JsonObject> FetchAsync(CloudFormationClient client, string stack, CancellationToken cancellation) =>
        Json(await client.GetTemplateAsync(stack, cancellation).ConfigureAwait(false)) as JsonObject
        ?? throw new LandfallException(ErrorCodes.ForeignTemplate, $"The template of '{stack}' is not JSON, so Landfall did not write it and cannot tell what it retains. Look at what is in the stack, delete it with the CloudFormation console, and run the same command again.");

    /// <summary>Reads a template.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>What it says; null when it is not JSON, which the CDK always writes.</returns>
    public static StackTemplate? Parse(string text) => Json(text) is JsonObject template ? Of(template) : null;

    /// <summary>Reads a template.</summary>
    /// <param name="template">The template.</param>
    /// <returns>What it says.</returns>
    public static StackTemplate Of(JsonObject template)
    {
        var gives = Entries(template, "Resources").Where(r => (string?)r["Type"] == "AWS::SSM::Parameter").Select(r => r["Properties"]?["Name"])
            .Concat(Entries(template, "Outputs").Select(o => o["Export"]?["Name"]));
        var takes = Entries(template, "Parameters")
            .Where(p => ((string?)p["Type"])?.StartsWith("AWS::SSM::Parameter::Value", StringComparison.Ordinal) == true).Select(p => p["Default"])
            .Concat(Imports(template));
        var retains = (template["Resources"] as JsonObject ?? [])
            .Where(r => (string?)r.Value!["DeletionPolicy"] is "Retain" or "RetainExceptOnCreate" or "Snapshot").Select(r => r.Key);
        return new StackTemplate(Texts(gives), Texts(takes), retains.ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<JsonNode> Entries(JsonObject template, string section) =>
        (template[section] as JsonObject ?? []).Select(e => e.Value).OfType<JsonObject>();

    private static IEnumerable<JsonNode?> Imports(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(e => e.Key == "Fn::ImportValue" ? [e.Value] : Imports(e.Value)),
        JsonArray list => list.SelectMany(Imports),
        _ => [],
    };

    private static HashSet<string> Texts(IEnumerable<JsonNode?> nodes) =>
        [.. nodes.Where(n => n?.GetValueKind() == JsonValueKind.String).Select(n => (string)n!)];

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
