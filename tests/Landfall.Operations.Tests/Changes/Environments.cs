using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Changes;

/// <summary>Environments to change: the golden templates, as if they had been deployed.</summary>
internal static class Environments
{
    /// <summary>The stacks of a golden environment, for example <c>shop/dev</c>.</summary>
    public static IReadOnlyList<AssemblyStack> Golden(string environment) =>
    [
        .. Directory.GetFiles(Path.Combine(GoldenFile.Repository, "tests/Landfall.Constructs.Tests/Golden", environment), "*.json").Order(StringComparer.Ordinal)
            .Select(f => Wanted(Path.GetFileNameWithoutExtension(f), JsonNode.Parse(File.ReadAllText(f))!.AsObject())),
    ];

    public static AssemblyStack Wanted(string name, JsonObject template) => new(name, name, [], $"{name}.json", template);

    /// <summary>The same stacks as they would run: what they publish has a value, and who reads it has been given that.</summary>
    public static IReadOnlyList<DeployedStack> Deployed(IReadOnlyList<AssemblyStack> stacks)
    {
        var published = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stack in stacks)
        {
            foreach (var parameter in (stack.Template["Resources"] as JsonObject ?? []).Where(r => (string?)r.Value!["Type"] == "AWS::SSM::Parameter").Select(r => r.Value!["Properties"]))
            {
                if (parameter?["Name"] is { } name && parameter["Value"] is { } value)
                    published[name.ToString()] = Physical(stack.Name, value);
            }
        }

        return [.. stacks.Select(s => new DeployedStack(
            new Stack(
                s.Name,
                $"arn:aws:cloudformation:us-east-1:111122223333:stack/{s.Name}/1",
                "UPDATE_COMPLETE",
                null,
                DateTimeOffset.UnixEpoch,
                false,
                (s.Template["Outputs"] as JsonObject ?? []).ToDictionary(o => o.Key, o => Physical(s.Name, o.Value!["Value"]!)),
                new Dictionary<string, string>(),
                (s.Template["Parameters"] as JsonObject ?? []).ToDictionary(
                    p => p.Key,
                    p => ((string)p.Value!["Type"]!).StartsWith("AWS::SSM::", StringComparison.Ordinal)
                        ? published.GetValueOrDefault((string)p.Value["Default"]!, "outside")
                        : (string)p.Value["Default"]!)),
            s.Template.DeepClone().AsObject()))];
    }

    /// <summary>The change that a few edits of the templates make.</summary>
    public static Change Change(string environment, params (string Stack, Action<JsonObject> Edit)[] edits)
    {
        var wanted = Golden(environment);
        var deployed = Deployed(wanted);
        foreach (var (stack, edit) in edits)
            edit(wanted.Single(s => s.Name == stack).Template);
        return ChangeFinder.Find(environment, deployed, wanted, []);
    }

    /// <summary>The change from one template to another.</summary>
    public static Change Change(string before, string after)
    {
        var deployed = Deployed([Wanted("app-dev-data", Template(before))]);
        return ChangeFinder.Find("dev", deployed, [Wanted("app-dev-data", Template(after))], []);
    }

    public static JsonObject Properties(this JsonObject template, string logicalId) =>
        template["Resources"]![logicalId]!["Properties"]!.AsObject();

    public static void Remove(this JsonObject template, string logicalId) => template["Resources"]!.AsObject().Remove(logicalId);

    public static ResourceChange Resource(this Change change, string logicalId) =>
        Assert.Single(change.Stacks.SelectMany(s => s.Resources), r => r.LogicalId == logicalId);

    public static IEnumerable<Effect> Of(this Change change, string logicalId, EffectKind kind) =>
        change.Effects.Where(e => e.Id.Contains($"/{logicalId}/", StringComparison.Ordinal) && e.Kind == kind);

    private static JsonObject Template(string resources) => new() { ["Resources"] = JsonNode.Parse(resources, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true }) };

    private static string Physical(string stack, JsonNode expression) =>
        expression.GetValueKind() == JsonValueKind.String ? (string)expression! : $"{stack}:{expression.ToJsonString()}";
}
