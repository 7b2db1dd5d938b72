using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Rollouts;

/// <summary>Finds the rollout that waits, and tells ECS what was decided.</summary>
internal static class RolloutDecision
{
    /// <summary>Decides on a rollout.</summary>
    /// <param name="operation">What the audit trail calls it.</param>
    /// <param name="parameters">Which one.</param>
    /// <param name="goesOn">True to go on, false to roll back.</param>
    /// <param name="context">Who decides.</param>
    /// <returns>What was decided.</returns>
    /// <exception cref="LandfallException">None waits, or more than one does and none was named.</exception>
    public static async Task<RolloutDecided> DecideAsync(string operation, RolloutParameters parameters, bool goesOn, OperationContext context)
    {
        var project = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local);
        var plan = project.Plan;
        var candidates = Candidates(plan, parameters.Service);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var client = new RolloutClient(target.Session);
        var (decided, rollout) = await FindAsync(client, plan, candidates, parameters.Service, context.Stop).ConfigureAwait(false);
        return await new Recorder(project, target, operation, context).RunAsync(async record =>
        {
            record.Begin(new ChangedSubject(decided.Title, $"waits at {rollout.Stage}", goesOn ? "goes on" : "is rolled back"));
            await client.DecideAsync(rollout, goesOn, context.Stop).ConfigureAwait(false);
            return new RolloutDecided(plan.App, plan.Environment, decided.Title, rollout.Deployment, rollout.Stage, goesOn);
        }).ConfigureAwait(false);
    }

    /// <summary>Tells what a decision would do, and decides nothing.</summary>
    /// <param name="operation">What the audit trail calls it.</param>
    /// <param name="parameters">Which rollout.</param>
    /// <param name="goesOn">True to go on, false to roll back.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The change.</returns>
    /// <exception cref="LandfallException">None waits, or more than one does and none was named.</exception>
    public static async Task<Change> PreviewAsync(string operation, RolloutParameters parameters, bool goesOn, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var candidates = Candidates(plan, parameters.Service);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var (decided, rollout) = await FindAsync(new RolloutClient(target.Session), plan, candidates, parameters.Service, context.Stop).ConfigureAwait(false);
        return PreviewOf(plan, operation, decided, rollout, goesOn);
    }

    /// <summary>What a decision does, as a change.</summary>
    internal static Change PreviewOf(AppPlan plan, string operation, ScaledServicePlan service, PausedRollout rollout, bool goesOn)
    {
        var text = $"{service.Title}: its rollout waits ({Place(rollout)}) and {(goesOn ? "goes on: the new version takes the old one's place." : "is rolled back: the old version has all the traffic, and the new one's tasks stop.")}";
        return OperationChange.Of(
            plan.Environment, operation, plan.AwsNames.Stack(service.Name), service.Title, $"{rollout.Deployment} {rollout.Hook} {rollout.Stage}", goesOn ? "continue" : "rollback", (EffectKind.Restarts, false, text));
    }

    /// <summary>Where it waits, in words.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <returns>A part of a sentence.</returns>
    public static string Place(PausedRollout rollout) => rollout.Stage switch
    {
        "POST_SCALE_UP" => "the new version runs, without traffic",
        "POST_PRODUCTION_TRAFFIC_SHIFT" => "the new version has all the traffic, and the old one still runs",
        _ => rollout.Stage,
    };

    /// <summary>The services that may wait: the one that is named, or all that shift traffic.</summary>
    internal static IReadOnlyList<ScaledServicePlan> Candidates(AppPlan plan, string? name)
    {
        var shifting = plan.Services.OfType<ScaledServicePlan>().Where(s => s.Deploy.Strategy != DeployStrategy.Rolling).ToList();
        var chosen = name is null ? shifting : [.. shifting.Where(s => s.Title == name)];
        return chosen.Count > 0 ? chosen : throw new LandfallException(
            ErrorCodes.RolloutNotPaused,
            $"{(name is null ? "No service" : $"'{name}' is no service that")} shifts traffic in '{plan.Environment}'. {(shifting.Count == 0 ? "A rollout can wait where 'deploy.strategy' is blueGreen, linear or canary." : $"These do: {string.Join(", ", shifting.Select(s => s.Title))}.")}");
    }

    private static async Task<(ScaledServicePlan Service, PausedRollout Rollout)> FindAsync(
        RolloutClient client, AppPlan plan, IReadOnlyList<ScaledServicePlan> candidates, string? named, CancellationToken stop)
    {
        var waiting = new List<(ScaledServicePlan Service, PausedRollout Rollout)>();
        foreach (var service in candidates)
        {
            if (await client.FindPausedAsync(plan.AwsNames.Cluster, service.Name, stop).ConfigureAwait(false) is { } found)
                waiting.Add((service, found));
        }

        return TheOne(waiting, plan, named);
    }

    /// <summary>The one rollout that waits.</summary>
    internal static (ScaledServicePlan Service, PausedRollout Rollout) TheOne(
        IReadOnlyList<(ScaledServicePlan Service, PausedRollout Rollout)> waiting, AppPlan plan, string? name) => waiting switch
        {
            [var one] => one,
            [] => throw new LandfallException(
                ErrorCodes.RolloutNotPaused,
                $"No rollout{(name is null ? "" : $" of '{name}'")} waits for somebody in '{plan.Environment}': it has not come to its pause yet, somebody has decided, or its time is up."),
            _ => throw new LandfallException(
                ErrorCodes.RolloutNotPaused,
                $"Several rollouts wait in '{plan.Environment}'. Name one with --service: {string.Join(", ", waiting.Select(w => w.Service.Title))}."),
        };
}
