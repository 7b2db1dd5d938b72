using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>How many tasks run, and how their number follows demand.</summary>
/// <remarks>Source of the keys' meanings: Application Auto Scaling API Reference.</remarks>
internal static class ScalingMapping
{
    private static readonly Dictionary<string, string> Metrics = new(StringComparer.Ordinal)
    {
        ["ECSServiceAverageCPUUtilization"] = "cpu",
        ["ECSServiceAverageMemoryUtilization"] = "memory",
        ["ALBRequestCountPerTarget"] = "requests",
    };

    /// <summary>Maps it.</summary>
    /// <param name="own">The settings of the service itself.</param>
    /// <param name="scaling">Its limits, policies and schedules; null where it has none.</param>
    /// <param name="service">The service in the new file.</param>
    public static void Map(ManifestMap own, ManifestMap? scaling, JsonObject service)
    {
        var limits = scaling?.Map("limits");
        var count = own.Whole("desiredCount") ?? 1;
        var (least, most) = (limits?.Whole("MinCapacity") ?? count, limits?.Whole("MaxCapacity") ?? count);
        var scale = new JsonObject { ["min"] = Math.Max(1, least) };
        if (limits is null && count >= 1)
            own.Exact("desiredCount", "scale.min");
        own.Changed("desiredCount", "scale.min", limits is null ? "It runs no task; here at least one runs. 'landfall scale' and 'landfall pause' take tasks away for a while." : "How many run between 'min' and 'max' is up to scaling.");
        foreach (var policy in scaling?.Map("policies") is { } policies ? policies.Keys.Select(policies.Map).OfType<ManifestMap>().ToList() : [])
            Policy(policy, scale, service);
        if (scaling?.Map("scheduled") is { } scheduled)
            Scheduled(scheduled, least, most, scale);
        if (limits is not null)
            Limits(limits, least, most, scale);
        service["scale"] = scale;
    }

    private static void Limits(ManifestMap limits, int least, int most, JsonObject scale)
    {
        if (least >= 1)
            limits.Exact("MinCapacity", "scale.min");
        limits.Changed("MinCapacity", "scale.min", "From 0 tasks no load brings a service up again: at least one runs. 'schedule' sends all home at night.");
        if (scale.Count > 1)
        {
            scale.Insert(1, "max", Math.Max(Math.Max(1, least), most));
            limits.Exact("MaxCapacity", "scale.max");
        }

        limits.Changed("MaxCapacity", "scale", $"Nothing that could be taken over changes the number of tasks: without a target such as 'cpu: 60' it stays at 'min'. With one, 'max' is {most}.");
        if (limits.Map("SuspendedState") is { } suspended)
        {
            foreach (var key in suspended.Keys.ToList())
            {
                if (suspended.Flag(key) == false)
                    suspended.Exact(key, "scale");
                suspended.Left(key, "Scaling is at work here: 'landfall pause' holds it.");
            }
        }
    }

    private static void Policy(ManifestMap policy, JsonObject scale, JsonObject service)
    {
        if (policy.Map("TargetTrackingScalingPolicyConfiguration") is { } target)
        {
            var metric = target.Map("PredefinedMetricSpecification");
            var isBalanced = service["type"]!.ToString() == "web" || service["loadBalancer"] is not null;
            if (metric?.Text("PredefinedMetricType") is { } type && Metrics.TryGetValue(type, out var key) && (key != "requests" || isBalanced)
                && double.TryParse(target.Text("TargetValue"), NumberStyles.Float, CultureInfo.InvariantCulture, out var wanted))
            {
                var value = key == "requests" ? Math.Clamp((int)Math.Round(wanted), 1, 10_000_000) : Math.Clamp((int)Math.Round(wanted), 10, 95);
                scale[key] = value;
                policy.Exact("PolicyType", $"scale.{key}");
                metric.Exact("PredefinedMetricType", $"scale.{key}");
                metric.Exact("ResourceLabel", $"scale.{key}");
                if (Math.Abs(value - wanted) < 0.001)
                    target.Exact("TargetValue", $"scale.{key}");
                target.Changed("TargetValue", $"scale.{key}", $"Targets are whole numbers, of percent from 10 to 95: {value} here.");
            }

            target.Left("TargetValue", "Landfall scales by CPU, memory and requests for each task, and workers by their queue: set one of these in 'scale'.");
            foreach (var name in new[] { "ScaleInCooldown", "ScaleOutCooldown" })
                target.Left(name, "Landfall's cool-downs are fixed.");
            if (target.Flag("DisableScaleIn") == false)
                target.Exact("DisableScaleIn", "scale");
            target.Left("DisableScaleIn", "Tasks also go when load goes.");
            target.Left("CustomizedMetricSpecification", "Landfall scales by CPU, memory and requests for each task. By the length of a queue scales a worker ('backlog'), whose queue is in the file.");
            metric?.Left("PredefinedMetricType", "Landfall scales by CPU, memory and requests for each task.");
            metric?.Left("ResourceLabel", "It goes with its metric.");
        }

        policy.Left("PolicyType", "Landfall follows a target: set 'cpu', 'memory' or 'requests' in 'scale'.");
        policy.Left("StepScalingPolicyConfiguration", "Only workers scale in steps, by their queue: set 'cpu', 'memory' or 'requests' in 'scale', which rise before answers get slow.");
        policy.Left("PredictiveScalingPolicyConfiguration", "Landfall does not foresee load: 'schedules' of 'scale' say when it comes.");
    }

    private static void Scheduled(ManifestMap scheduled, int least, int most, JsonObject scale)
    {
        var schedules = new JsonObject();
        foreach (var name in scheduled.Keys.ToList())
        {
            if (scheduled.Map(name) is not { } one)
                continue;
            if (one.Text("Schedule")?.StartsWith("cron(", StringComparison.Ordinal) == true)
            {
                var action = one.Map("ScalableTargetAction");
                var (min, max) = (action?.Whole("MinCapacity") ?? least, action?.Whole("MaxCapacity") ?? most);
                var schedule = new JsonObject { ["at"] = one.Text("Schedule"), ["min"] = Math.Min(min, Math.Max(min, max)), ["max"] = Math.Max(min, max) };
                if (one.Text("Timezone") is { } zone)
                    schedule["timezone"] = zone;
                schedules[NewName.Of(name)] = schedule;
                foreach (var key in new[] { "Schedule", "Timezone", "ScalableTargetAction" })
                    one.Exact(key, "scale.schedules");
            }

            one.Left("Schedule", "Schedules of 'scale' are cron: rate(…) and at(…) are none.");
            foreach (var key in one.Keys.ToList())
                one.Left(key, "Schedules of 'scale' hold from the deployment on until they are taken out.");
        }

        if (schedules.Count > 0)
            scale["schedules"] = schedules;
    }
}
