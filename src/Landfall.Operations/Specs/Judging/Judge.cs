using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Cost;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs.Judging;

/// <summary>Holds checks against the plan, the templates and the estimate of an environment.</summary>
/// <param name="plan">The plan.</param>
/// <param name="resources">The resources of its templates; null where no check asks for them.</param>
/// <param name="cost">What it costs; null where no check asks for it.</param>
internal sealed class Judge(AppPlan plan, IReadOnlyList<EvaluatedResource>? resources, EnvironmentCost? cost)
{
    private readonly JsonNode _plan = JsonNode.Parse(PlanFile.Write(plan))!;

    /// <summary>Tells whether a check needs the templates.</summary>
    /// <param name="check">The check.</param>
    public static bool NeedsTemplates(SpecCheck check) => check is ResourceCheck or AbsenceCheck or CostCheck;

    /// <summary>Judges a check of what is not running.</summary>
    /// <param name="check">The check.</param>
    /// <returns>The judgement.</returns>
    public Judgement Of(SpecCheck check) => check switch
    {
        PlanCheck planned => OfPlan(planned),
        ResourceCheck resource => OfResources(resource),
        AbsenceCheck absence => OfAbsence(absence.Type),
        CostCheck amount => Values.Judge([new FoundValue($"cost.{amount.Which}", Amount(amount.Which))], amount.Comparison),
        _ => throw new NotSupportedException(check.GetType().Name),
    };

    private Judgement OfPlan(PlanCheck check)
    {
        if (check.Kind == "plan")
            return OfPath("plan", _plan, check);
        var all = _plan[CheckReader.Lists[check.Kind]]!.AsArray().OfType<JsonObject>().ToList();
        var found = all.Find(one => (string?)one["title"] == check.Name) ?? all.Find(one => (string?)one["name"] == check.Name);
        var names = all.Select(one => (string?)one["title"] ?? (string?)one["name"]).ToList();
        return found is null
            ? new Judgement(CheckOutcome.Violated, $"there is no {check.Kind} '{check.Name}' in '{plan.Environment}'{(names.Count > 0 ? $": it has {string.Join(", ", names)}" : "")}")
            : OfPath($"{check.Kind} {check.Name}", found, check);
    }

    /// <summary>The plan has every property that there is: one that is missing is misspelt.</summary>
    private static Judgement OfPath(string place, JsonNode root, PlanCheck check)
    {
        var keys = check.Path.Split('.');
        JsonNode? here = root;
        for (var i = 0; i < keys.Length && here is JsonObject map; i++)
        {
            if (!map.ContainsKey(keys[i]))
                return new Judgement(CheckOutcome.Violated, $"{string.Join('.', keys.Take(i).Prepend(place))} has no '{keys[i]}': it has {string.Join(", ", map.Select(entry => entry.Key))}");
            here = map[keys[i]];
        }

        return Values.Judge(Values.At(place, root, check.Path), check.Comparison);
    }

    private Judgement OfResources(ResourceCheck check)
    {
        var all = resources!.Where(resource => resource.Type == check.Type).ToList();

        // A type that is misspelt would otherwise hold of everything.
        return all.Count == 0
            ? new Judgement(CheckOutcome.Violated, $"the templates have no {check.Type}; 'no resource {check.Type}' says that there shall be none")
            : Values.Judge([.. all.SelectMany(resource => Values.At($"{resource.Stack}/{resource.LogicalId}", resource.Properties, check.Path))], check.Comparison);
    }

    private Judgement OfAbsence(string type)
    {
        var all = resources!.Where(resource => resource.Type == type).Select(resource => $"{resource.Stack}/{resource.LogicalId}").ToList();
        return all.Count == 0 ? new Judgement(CheckOutcome.Satisfied, "there is none") : new Judgement(CheckOutcome.Violated, $"there is {string.Join(", ", all)}");
    }

    private JsonValue Amount(string which) => JsonValue.Create(Math.Round(which switch { "low" => cost!.Month.Low, "high" => cost!.Month.High, _ => cost!.Month.Expected }, 2, MidpointRounding.AwayFromZero));
}
