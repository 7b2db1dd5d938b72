using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Transitions.Tests.Keys;

/// <summary>Deploys files to a model cloud, and says what a change of them would do there.</summary>
internal sealed partial class RunningEnvironment : IDisposable
{
    private readonly Synthesised _synthesised = new();
    private readonly Dictionary<string, (JsonObject File, IReadOnlyList<DeployedStack> Deployed)> _running = new(StringComparer.Ordinal);

    /// <summary>What is refused, then each effect with its harm, then, where there is neither, what is changed.</summary>
    public IReadOnlyList<string> Change(string given, string edit)
    {
        var (file, deployed) = Running(given);
        PassPlan plan;
        try
        {
            plan = PassPlanner.Plan(deployed, SettledTemplates.Of(deployed, _synthesised.Of(Plan(FileEdit.Apply(file, edit)))));
        }
        catch (LandfallException e)
        {
            return [$"not valid: {e.Message}"];
        }

        var change = PlannedChange.Of("dev", deployed, plan, removes: true);
        string[] said =
        [
            .. change.Refused.Select(r => $"refused: {r.Text}"),
            .. change.Effects.Where(e => e.Harmful || e.Kind is not (EffectKind.Permissions or EffectKind.Network or EffectKind.Replaces or EffectKind.Cost)).Select(e =>
                $"{(e.Harmful ? "! " : "")}{e.Kind}{(e.Certainty == Certainty.Possible ? "?" : "")}: {e.Text}{(e.Seconds is { } s ? $" {s} s" : "")}{(e.Amount is { } amount ? $" ({amount})" : "")}"),
        ];
        return said.Length > 0 ? [.. said.Select(s => Physical().Replace(s, "…")).Order(StringComparer.Ordinal)] : Touched(change);
    }

    /// <summary>The stacks of the base file after an edit.</summary>
    public IReadOnlyList<AssemblyStack> Stacks(string edit) => _synthesised.Of(Plan(FileEdit.Apply(JsonNode.Parse(BaseFile.Json)!.AsObject(), edit)));

    /// <summary>The ids of a model cloud count its resources: one more would be another id for all that follow.</summary>
    [GeneratedRegex("physical-[0-9]+")]
    private static partial Regex Physical();

    public void Dispose() => _synthesised.Dispose();

    private static string[] Touched(Change change) => change.IsEmpty
        ? ["nothing changes"]
        : [.. change.Stacks.SelectMany(s => s.Resources).GroupBy(r => $"{r.Action} {r.Type}").OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}").DefaultIfEmpty("tags, outputs or policies only")];

    private (JsonObject File, IReadOnlyList<DeployedStack> Deployed) Running(string given)
    {
        if (!_running.TryGetValue(given, out var running))
        {
            var file = FileEdit.Apply(JsonNode.Parse(BaseFile.Json)!.AsObject(), given);
            var cloud = new ModelCloud();
            foreach (var operation in PassPlanner.Plan([], _synthesised.Of(Plan(file))).Operations)
                cloud.Apply(operation);
            _running[given] = running = (file, cloud.Deployed);
        }

        return running;
    }

    private static AppPlan Plan(JsonObject file)
    {
        using var folder = new TemporaryFolder();
        var loaded = ConfigLoader.Load(folder.Write("landfall.json", file.ToJsonString()), _ => null);
        if (loaded.Problems.FirstOrDefault(p => p.Severity == ProblemSeverity.Error) is { } problem)
            throw new LandfallException(problem.Code, problem.Message);
        return PlanResolver.Resolve(loaded.Config!, loaded.EnvironmentNames[0], new KnownFacts { Environments = new Dictionary<string, EnvironmentFacts>() });
    }
}
