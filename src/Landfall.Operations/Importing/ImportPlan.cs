using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Importing;

/// <summary>What an import is to do, and what the next deployment makes of it.</summary>
/// <param name="Choice">What is taken over.</param>
/// <param name="Stack">The stack that takes it over, as the file wants it.</param>
/// <param name="LogicalId">What it is called there.</param>
/// <param name="Runs">The stack as it is; null where it is not there yet.</param>
/// <param name="Template">The stack's template as it is, with what is taken over in it, and nothing else new.</param>
/// <param name="Differences">What the next deployment changes of it.</param>
/// <param name="Effects">What that does.</param>
internal sealed record ImportPlan(
    ImportChoice Choice,
    AssemblyStack Stack,
    string LogicalId,
    DeployedStack? Runs,
    JsonObject Template,
    IReadOnlyList<ImportedProperty> Differences,
    IReadOnlyList<Effect> Effects)
{
    // What a change set takes in its request (CloudFormation API, CreateChangeSet, TemplateBody).
    private const int LongestTemplate = 51_200;

    /// <summary>Works it out.</summary>
    /// <param name="choice">What is taken over.</param>
    /// <param name="actual">All that AWS says of it.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="deployed">Its stacks as they are.</param>
    /// <param name="wanted">Its stacks as the file wants them.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LandfallException">The stack has it already, or the next deployment would put an empty one in its place.</exception>
    public static ImportPlan Of(ImportChoice choice, JsonObject actual, AppPlan plan, IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted)
    {
        var name = plan.AwsNames.Stack("data");
        var stack = wanted.First(one => one.Name == name);
        var (id, resource) = stack.Template["Resources"]!.AsObject().Select(pair => (pair.Key, pair.Value!.AsObject()))
            .First(pair => (string?)pair.Item2["Type"] == choice.Kind.Type && (string?)pair.Item2["Properties"]?[choice.Kind.Identifier] == choice.AwsName);
        var runs = deployed.FirstOrDefault(one => one.Name == name && one.HasContents);
        if (runs?.Template["Resources"]?[id] is not null)
            throw new LandfallException(ErrorCodes.ImportDone, $"'{name}' has the {choice.Kind.Word} {choice.AwsName} already, as {id}. There is nothing to take over: 'landfall deploy' sets what differs.");

        var template = (JsonObject?)runs?.Template.DeepClone() ?? new JsonObject { ["Description"] = stack.Description };
        if (template["Resources"] is not JsonObject resources)
            template["Resources"] = resources = [];
        resources[id] = new JsonObject
        {
            ["Type"] = choice.Kind.Type,

            // "Each resource to import must have a DeletionPolicy attribute" (CloudFormation User Guide, as above).
            ["DeletionPolicy"] = "Retain",
            ["UpdateReplacePolicy"] = "Retain",
            ["Properties"] = ActualProperties.Of(actual, resource["Properties"]!.AsObject(), choice.Kind),
        };
        if (template.ToJsonString().Length > LongestTemplate)
            throw new LandfallException(ErrorCodes.ImportFailed, $"The template of '{name}' is longer than the {LongestTemplate} bytes that CloudFormation takes with an import. Import before the first deployment of '{plan.Environment}', when the stack is empty.");

        var imported = new DeployedStack(Record(runs?.Stack, stack, plan), template);
        var (differences, effects) = Next(choice, id, plan, [.. deployed.Where(one => one.Name != name), imported], stack);
        return new ImportPlan(choice, stack, id, runs, template, differences, effects);
    }

    /// <summary>What the deployment after the import does to what was taken over.</summary>
    private static (IReadOnlyList<ImportedProperty> Differences, IReadOnlyList<Effect> Effects) Next(
        ImportChoice choice, string id, AppPlan plan, IReadOnlyList<DeployedStack> deployed, AssemblyStack stack)
    {
        var change = ChangeFinder.Find(plan.Environment, deployed, [stack], []);
        var compared = EnvironmentComparison.Of(deployed, [stack], []).Resources.FirstOrDefault(one => one.Stack == stack.Name && one.LogicalId == id);
        var refused = change.Refused.Where(one => one.Stack == stack.Name && one.LogicalId == id).Select(one => one.Text).ToList();
        if (compared?.Action == ResourceAction.Replace)
        {
            throw new LandfallException(
                ErrorCodes.ImportReplaces,
                $"The {choice.Kind.Word} {choice.AwsName} is not as the file says, and AWS cannot change that of what is there: the next deployment would put an empty one in its place. Nothing was taken over.\n"
                + $"{Lines(compared.Differences.Where(one => compared.Causes.Any(one.Touches)))}Write '{choice.Title}' in the file as it is in AWS; what the file has no key for goes into 'overrides'.");
        }

        if (refused.Count > 0)
            throw new LandfallException(ErrorCodes.ImportReplaces, $"After the import AWS would refuse the next deployment, so nothing was taken over:\n{string.Join('\n', refused.Select(text => $"  {text}"))}");
        var own = change.Stacks.SelectMany(one => one.Resources).FirstOrDefault(one => one.LogicalId == id)?.Effects ?? [];
        return (
            [.. (compared?.Differences ?? []).Select(one => new ImportedProperty(one.Path, one.Before, one.After))],
            [.. change.Effects.Where(one => own.Contains(one.Id))]);
    }

    private static string Lines(IEnumerable<PropertyDifference> differences) =>
        string.Concat(differences.Select(one => $"  {one.Path}: is {Shown(one.Before)}, the file says {Shown(one.After)}\n"));

    /// <summary>A value as people read it.</summary>
    internal static string Shown(JsonNode? value) => value switch
    {
        null => "nothing",
        JsonValue => value.ToString(),
        _ => value.ToJsonString(),
    };

    private static Stack Record(Stack? stack, AssemblyStack wanted, AppPlan plan) => stack ?? new Stack(
        wanted.Name, $"arn:aws:cloudformation:{plan.Region}:{plan.Account}:stack/{wanted.Name}/new", "IMPORT_COMPLETE", null, default, TerminationProtection: false, new Dictionary<string, string>(), wanted.Tags, new Dictionary<string, string>());
}
