using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>What every removal and replacement means, by what the resource is.</summary>
internal static class ReplacementRules
{
    private const string Topic = "Anything";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "Take out of the file what holds data, or give it a property that AWS can only give at creation",
            EffectKind.LosesData, "What it holds is gone, unless its policy retains it or keeps a snapshot (`protect` does).",
            "CloudFormation, DeletionPolicy attribute; UpdateReplacePolicy attribute", [], Loss),
        new(Topic, "Take out of the file what others call, or have it replaced",
            EffectKind.Interrupts, "Whoever calls it is interrupted: for good when it is removed, until its place is taken when it is replaced.",
            "CloudFormation, Update behaviors of stack resources", [], Interruption),
        new(Topic, "Give anything a property that AWS can only give at creation",
            EffectKind.Replaces, "Another one takes its place, and references follow. Of a task definition, a role or an alarm nobody notices it.",
            "CloudFormation, Update behaviors of stack resources", [], Replaced),
        new(Topic, "Change a resource that has a fixed name so that it would have to be replaced",
            null, "AWS refuses: the new one is made first, and the name is still taken. Give it another name, or take it out of the file first.",
            "CloudFormation, Name type: \"you cannot perform updates that require replacement\"", [], NameTaken),
        new(Topic, "Give a logical id of the template another type",
            null, "AWS refuses: the type of a resource cannot be changed.",
            "CloudFormation, UpdateStack: \"Update of resource type is not permitted\"", [], OtherType),
    ];

    private static IEnumerable<Finding> Loss(ComparedResource resource, EnvironmentComparison environment)
    {
        if (ResourceKinds.Of(resource).Data is not { } data || !resource.Goes || resource.IsKept || resource.IsSnapshot || TemplateSecrets.Has(resource, environment))
            yield break;
        var subject = Subject.Of(resource);
        yield return new Finding(resource.Action == ResourceAction.Delete
            ? $"The {subject} is deleted, with {data}."
            : $"A new, empty one takes the place of the {subject}, which is lost with {data}: AWS cannot change {Causes(resource)} of what is there.")
        {
            Certainty = resource.Certainty,
            Amount = resource.WasText("AllocatedStorage") is { } storage ? $"up to {storage} GiB" : null,
        };
    }

    private static IEnumerable<Finding> Interruption(ComparedResource resource, EnvironmentComparison environment)
    {
        var kind = ResourceKinds.Of(resource);
        if (kind.Gone is not { } gone || ServesTemplates(resource, environment) || StartsNothing(resource) || !resource.Goes || resource.Action == ResourceAction.Retain || (kind.IsHarmless && resource.Action == ResourceAction.Replace) || TemplateSecrets.Has(resource, environment))
            yield break;
        var snapshot = resource.IsSnapshot ? " A last snapshot of it stays in the account." : "";
        yield return new Finding(resource.Action == ResourceAction.Delete
            ? $"The {Subject.Of(resource)} goes: {gone}.{snapshot}"
            : $"The {Subject.Of(resource)} is replaced: {gone}, until its place is taken.{snapshot}")
        {
            Certainty = resource.Certainty,
        };
    }

    /// <summary>Whether it is a function that CloudFormation alone calls, for the custom resources of its stack.</summary>
    private static bool ServesTemplates(ComparedResource resource, EnvironmentComparison environment) =>
        resource.Type == "AWS::Lambda::Function"
        && environment.Running.Resources(resource.Stack).Values.Any(r =>
            Token.In(Scalars.Text(r.Properties["ServiceToken"]) ?? "").Any(t => t.Stack == resource.Stack && t.LogicalId == resource.LogicalId));

    /// <summary>Whether it is a rule without a target, which only counts events.</summary>
    private static bool StartsNothing(ComparedResource resource) =>
        resource.Type == "AWS::Events::Rule" && resource.Was("Targets") is not JsonArray { Count: > 0 };

    private static IEnumerable<Finding> Replaced(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Replace)
            yield break;
        var old = resource switch
        {
            { IsKept: true } => " The old one stays in the account, unused.",
            { IsSnapshot: true } => " A last snapshot of the old one stays in the account.",
            _ => "",
        };
        var what = ResourceKinds.Of(resource).Data is null ? "Another one" : "An empty one";
        yield return new Finding($"{what} takes the place of the {Subject.Of(resource)}: AWS cannot change {Causes(resource)} of what is there.{old}")
        {
            Certainty = resource.Certainty,
            Harms = !ResourceKinds.Of(resource).IsHarmless,
        };
    }

    private static IEnumerable<Finding> NameTaken(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Causes is ["Type"])
            yield break;
        if (resource is { Action: ResourceAction.Replace, Certainty: Certainty.Certain } && FixedNames.Unchanged(resource) is { } name)
        {
            yield return new Finding(
                $"AWS cannot change {Causes(resource)} of the {Subject.Of(resource)}, and a new one cannot have its name '{name}' while it is there. "
                + "Give it another name in the file, which makes a new, empty one; or take it out of the file, deploy, and put it back.");
        }

        if (resource.Action == ResourceAction.Add && FixedNames.Of(resource) is { } wanted
            && environment.Resources.FirstOrDefault(r => r.Goes && r.Type == resource.Type && r.Before is not null && FixedNames.OfRunning(r) == wanted) is { } other)
        {
            yield return new Finding(
                $"The {Subject.Of(resource)} ({resource.LogicalId} of stack '{resource.Stack}') would have the name '{wanted}' while {other.LogicalId} of stack '{other.Stack}' still has it: AWS makes the new one first. "
                + "Give it another name; or take the old one out of the file, deploy, and put the new one in.");
        }
    }

    private static IEnumerable<Finding> OtherType(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Causes is ["Type"])
        {
            yield return new Finding(
                $"'{resource.LogicalId}' of stack '{resource.Stack}' is a {resource.Before!.Type} and would become a {resource.Type}, which CloudFormation refuses. "
                + "Give the new resource another logical id.");
        }
    }

    private static string Causes(ComparedResource resource) => string.Join(", ", resource.Causes);
}
