using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>How a new version of a service takes the place of the old one.</summary>
/// <remarks>Source of the keys' meanings: Amazon ECS API Reference, DeploymentConfiguration and DeploymentController.</remarks>
internal static class RolloutMapping
{
    /// <summary>Maps it.</summary>
    /// <param name="own">The settings of the service itself.</param>
    /// <param name="service">The service in the new file.</param>
    /// <param name="isBalanced">Whether it is behind a load balancer, without which no traffic is shifted.</param>
    public static void Map(ManifestMap own, JsonObject service, bool isBalanced)
    {
        var deploy = new JsonObject();
        var rollout = own.Map("deploymentConfiguration");
        var controller = own.Map("deploymentController")?.Text("type");
        var strategy = rollout?.Text("strategy") switch { "BLUE_GREEN" => "blueGreen", "LINEAR" => "linear", "CANARY" => "canary", _ => null };
        if (strategy is not null && isBalanced)
        {
            deploy["strategy"] = strategy;
            rollout!.Exact("strategy", "deploy.strategy");
            Steps(rollout, strategy, deploy);
        }

        if (rollout?.Text("strategy") == "ROLLING")
            rollout.Exact("strategy", "deploy.strategy");
        rollout?.Left("strategy", "Traffic is shifted at a load balancer, which the service does not have here: tasks are replaced one after the other.");
        if (controller == "CODE_DEPLOY" && isBalanced)
            deploy["strategy"] = "blueGreen";
        var held = own.Map("deploymentController");
        if (controller == "ECS")
            held!.Exact("type", "deploy.strategy");
        held?.Changed("type", "deploy.strategy", controller == "CODE_DEPLOY"
            ? "ECS shifts the traffic itself, with no application of CodeDeploy. How it was shifted, and for how long the old version stayed, is in CodeDeploy's deployment group: say it with 'strategy' (blueGreen, canary, linear), 'step', 'interval' and 'bake' of 'deploy'. Its hooks become 'checks'."
            : "ECS deploys, where another program made the task sets: that one's part is 'deploy' now.");
        if (rollout is not null)
            Rest(rollout);
        if (deploy.Count > 0)
            service["deploy"] = deploy;
    }

    private static void Steps(ManifestMap rollout, string strategy, JsonObject deploy)
    {
        if (rollout.Whole("bakeTimeInMinutes") is { } bake)
            deploy["bake"] = Minutes(bake);
        rollout.Exact("bakeTimeInMinutes", "deploy.bake");
        var (section, step, interval) = strategy == "canary" ? ("canaryConfiguration", "canaryPercent", "canaryBakeTimeInMinutes") : ("linearConfiguration", "stepPercent", "stepBakeTimeInMinutes");
        if (strategy == "blueGreen" || rollout.Map(section) is not { } steps)
            return;
        if (double.TryParse(steps.Text(step), NumberStyles.Float, CultureInfo.InvariantCulture, out var percent))
            deploy["step"] = Math.Clamp((int)Math.Round(percent), 1, 99);
        if (steps.Whole(interval) is { } minutes)
            deploy["interval"] = Minutes(minutes);
        steps.Exact(step, "deploy.step");
        steps.Exact(interval, "deploy.interval");
    }

    private static void Rest(ManifestMap rollout)
    {
        if (rollout.Whole("minimumHealthyPercent") == 100)
            rollout.Exact("minimumHealthyPercent", "–");
        rollout.Changed("minimumHealthyPercent", "–", "As many tasks as before answer while they are replaced (100).");
        if (rollout.Whole("maximumPercent") == 200)
            rollout.Exact("maximumPercent", "–");
        rollout.Changed("maximumPercent", "–", "New tasks run beside the old ones until they are well (200).");
        if (rollout.Map("deploymentCircuitBreaker") is { } breaker)
        {
            foreach (var key in breaker.Keys.ToList())
            {
                if (breaker.Flag(key) == true)
                    breaker.Exact(key, "–");
                breaker.Changed(key, "–", "A deployment whose tasks do not get well is rolled back.");
            }
        }

        rollout.Changed("alarms", "alarms", "Landfall makes alarms of its own, of which those of errors, latency and unhealthy tasks roll a deployment back: set their limits in 'alarms'.");
        rollout.Left("lifecycleHooks", "Checks of a new version are 'checks' of 'deploy', and 'pause' waits for somebody.");
        rollout.Left("bakeTimeInMinutes", "Nothing bakes where tasks are replaced one after the other.");
        foreach (var key in rollout.Keys.Where(key => rollout.Map(key) is null).ToList())
            rollout.Left(key, "Landfall does not set it.");
    }

    private static string Minutes(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(minutes, 0, 1440)}m");
}
