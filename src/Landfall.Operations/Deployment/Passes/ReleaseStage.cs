using System.Text.Json.Nodes;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// The step before a service's stack becomes what is wanted: the stack as it is deployed, with what the release command needs
/// (its task definition, the roles, the security group and its rules). The command runs with it, and the service is not
/// touched before it has ended well (ADR 19).
/// </summary>
internal static class ReleaseStage
{
    /// <summary>
    /// The mark of a task definition whose command has not ended well yet. It is gone when the stack becomes what is wanted,
    /// so that a deployment that was cut short is known by the template that is deployed. Tags change in place (CloudFormation,
    /// AWS::ECS::TaskDefinition, Tags: "Update requires: No interruption").
    /// </summary>
    public const string PendingTag = "landfall:release";

    // They are kept as they are where they are deployed: a rule that is replaced is gone for the tasks that still run.
    private static readonly string[] Openings = ["AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"];
    private static readonly string[] Policies = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy", "AWS::IAM::RolePolicy"];
    private static readonly string[] Copied = ["Conditions", "Mappings"];

    /// <summary>Whether a stack's next deployment runs its release command for sure.</summary>
    /// <param name="deployed">The deployed template; empty for none.</param>
    /// <param name="wanted">The wanted one.</param>
    /// <returns>True when the command, or what it runs with, is another than the one that has ended well last.</returns>
    public static bool IsDue(JsonObject deployed, JsonObject wanted) => !JsonNode.DeepEquals(Definition(deployed), Definition(wanted));

    /// <summary>Whether a template has a release command.</summary>
    /// <param name="template">The template.</param>
    /// <returns>True when it has.</returns>
    public static bool IsIn(JsonObject template) => Definition(template) is not null;

    /// <summary>Lays the step out.</summary>
    /// <param name="deployed">The deployed template, which is not changed; empty for none.</param>
    /// <param name="wanted">The wanted one, which is not changed and has a release command.</param>
    /// <returns>The template of the step.</returns>
    public static JsonObject Of(JsonObject deployed, JsonObject wanted)
    {
        var ground = Ground(wanted);
        var stage = wanted.DeepClone().AsObject();
        foreach (var section in Copied)
            Fill(stage, section, deployed[section] as JsonObject ?? [], _ => true);
        foreach (var section in new[] { "Parameters", "Resources", "Outputs" })
            stage[section] = (deployed[section] as JsonObject ?? []).DeepClone();

        var stands = deployed.Section("Resources").Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        Fill(stage, "Resources", wanted["Resources"]!.AsObject(), r => ground.Contains(r.Id) && !(stands.Contains(r.Id) && Openings.Contains((string?)r.Entry["Type"])));
        Fill(stage, "Outputs", wanted["Outputs"] as JsonObject ?? [], o => IsOwn(o.Id));
        var read = TemplateParts.References(stage["Resources"]).Concat(TemplateParts.References(stage["Outputs"]))
            .Concat(TemplateParts.References(stage["Conditions"])).ToHashSet(StringComparer.Ordinal);
        Fill(stage, "Parameters", wanted["Parameters"] as JsonObject ?? [], p => read.Contains(p.Id));

        var definition = stage["Resources"]![ReleaseTask.TaskDefinition]!["Properties"]!.AsObject();
        (definition["Tags"] ??= new JsonArray()).AsArray().Add((JsonNode)new JsonObject { ["Key"] = PendingTag, ["Value"] = "pending" });
        return stage;
    }

    private static JsonNode? Definition(JsonObject template) => template["Resources"]?[ReleaseTask.TaskDefinition];

    private static bool IsOwn(string output) => output is ReleaseTask.Output or ReleaseTask.Subnets or ReleaseTask.SecurityGroups;

    /// <summary>What the task stands on: all that it and its outputs lead to, and what opens ways and gives rights to that.</summary>
    private static HashSet<string> Ground(JsonObject template)
    {
        var resources = template.Section("Resources").ToDictionary(r => r.Id, r => r.Entry, StringComparer.Ordinal);
        var ground = new HashSet<string>(StringComparer.Ordinal);
        Add([ReleaseTask.TaskDefinition]);
        foreach (var (_, output) in template.Section("Outputs").Where(o => IsOwn(o.Id)))
            Add(References(output));
        foreach (var (id, resource) in resources)
        {
            if ((Openings.Contains((string?)resource["Type"]) || Policies.Contains((string?)resource["Type"])) && References(resource).Any(ground.Contains))
                Add([id]);
        }

        return ground;

        void Add(IEnumerable<string> ids)
        {
            foreach (var id in ids.Where(id => resources.ContainsKey(id) && ground.Add(id)))
                Add(References(resources[id]));
        }
    }

    private static IEnumerable<string> References(JsonObject part) => TemplateParts.References(part).Concat(part["DependsOn"] switch
    {
        JsonArray several => several.Select(id => (string)id!),
        JsonValue one => [(string)one!],
        _ => [],
    });

    private static void Fill(JsonObject template, string section, JsonObject from, Func<(string Id, JsonObject Entry), bool> fits)
    {
        foreach (var (id, part) in from.Where(p => p.Value is JsonObject entry && fits((p.Key, entry))).ToList())
            (template[section] ??= new JsonObject())[id] = part!.DeepClone();
    }
}
