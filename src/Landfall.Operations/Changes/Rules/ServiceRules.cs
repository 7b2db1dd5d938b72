using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Stacks;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Services, workers, jobs and functions.</summary>
internal static partial class ServiceRules
{
    private const string Topic = "A service";

    private static readonly string[] Service = ["AWS::ECS::Service"];

    /// <summary>
    /// "Updating an Amazon ECS service using the console": these start a new deployment; the others do not touch tasks.
    /// </summary>
    private static readonly string[] Restarting =
    [
        "TaskDefinition", "NetworkConfiguration", "LoadBalancers", "ServiceRegistries", "CapacityProviderStrategy", "LaunchType", "PlatformVersion",
        "ServiceConnectConfiguration", "VolumeConfigurations", "VpcLatticeConfigurations", "ForceNewDeployment", "EnableExecuteCommand",
    ];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "The image, `command`, `env`, `cpu`, `memory`, `uses`, `port`, `health`, the network", EffectKind.Restarts, "New tasks take the place of the old ones while the service answers.",
            "Amazon ECS, Updating an Amazon ECS service", Service, Restart),
        new(Topic, "The same, of a service that may run with no task", EffectKind.Interrupts, "The old tasks stop before new ones run.",
            "Amazon ECS, DeploymentConfiguration, minimumHealthyPercent", Service, Gap),
        new(Topic, "Whatever its tasks are made of, or `release` itself, where it has `release`", EffectKind.Runs, "The release command runs once; only when it has ended well do new tasks start.",
            "Amazon ECS, RunTask; Stopped tasks error codes", ["AWS::ECS::TaskDefinition"], Release),
        new(Topic, "No tasks at all", EffectKind.Interrupts, "Nobody answers.", "Amazon ECS, UpdateService, desiredCount", Service, Stopped),
        new(Topic, "`type`, or whatever takes it from the load balancer", EffectKind.Interrupts, "It is no longer reached from there.",
            "CloudFormation, AWS::ECS::Service, LoadBalancers", Service, Detached),
        new(Topic, "`scale.max: 0`, or a nightly stop", EffectKind.Interrupts, "No task runs from then on, or at those times.",
            "Application Auto Scaling, RegisterScalableTarget, Scheduled scaling", ["AWS::ApplicationAutoScaling::ScalableTarget"], ScaledToNothing),
        new(Topic, "`port` of one that others call", EffectKind.Interrupts, "Callers come to the earlier port until they are deployed after it.",
            "Amazon ECS, Service Connect components (\"Existing tasks can't resolve and connect to the new endpoint\")", Service, OtherEndpoint),
        new(Topic, "`spot: 100`", EffectKind.Interrupts, "AWS may take all tasks back at once, with two minutes' notice, and starts none while it has no capacity to spare.",
            "Amazon ECS, Amazon ECS clusters for Fargate, Fargate Spot termination notices", Service, SpotAlone),
        new("A job", "A shorter `timeout`", EffectKind.Interrupts, "A run that takes longer is stopped.",
            "AWS Step Functions, Task state, TimeoutSeconds", ["AWS::StepFunctions::StateMachine"], ShorterRuns),
        new("A job", "`schedule`, off", EffectKind.Interrupts, "What it starts is no longer started by itself.",
            "Amazon EventBridge Scheduler, UpdateSchedule, State", ["AWS::Scheduler::Schedule", "AWS::Events::Rule"], Off),
        new("A function", "Its events, off, or no room to run", EffectKind.Interrupts, "It is not called any more, or calls are refused.",
            "AWS Lambda, UpdateEventSourceMapping; PutFunctionConcurrency", ["AWS::Lambda::EventSourceMapping", "AWS::Lambda::Function"], FunctionOff),
    ];

    private static bool Restarts(ComparedResource resource) =>
        resource.Action == ResourceAction.Modify && Restarting.Any(resource.Differs);

    private static IEnumerable<Finding> Restart(ComparedResource resource, EnvironmentComparison environment)
    {
        if (Restarts(resource))
            yield return new Finding($"The tasks of the {Subject.Of(resource)} are replaced one after another.") { Certainty = Open(resource) };
    }

    private static IEnumerable<Finding> Release(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.LogicalId != ReleaseTask.TaskDefinition || resource.Is("ContainerDefinitions") is not JsonArray { Count: > 0 } containers)
            yield break;
        var command = string.Join(' ', (containers[0]?["Command"] as JsonArray ?? []).Select(Scalars.Text));
        yield return new Finding($"The release command of {Scalars.Text(containers[0]?["Name"])} runs before its tasks are replaced: {command}") { Certainty = resource.Certainty };
    }

    private static IEnumerable<Finding> SpotAlone(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && IsSpotAlone(resource.Is("CapacityProviderStrategy")) && !IsSpotAlone(resource.Was("CapacityProviderStrategy")))
            yield return new Finding($"AWS may take all tasks of the {Subject.Of(resource)} back at once, and starts no others while it has no capacity to spare.") { Certainty = Certainty.Possible };
    }

    private static bool IsSpotAlone(JsonNode? strategy) =>
        strategy is JsonArray { Count: > 0 } items && items.Where(i => Scalars.Number(i?["Weight"]) > 0 || Scalars.Number(i?["Base"]) > 0).ToList() is { Count: > 0 } used
        && used.TrueForAll(i => Scalars.Text(i?["CapacityProvider"]) == "FARGATE_SPOT");

    private static IEnumerable<Finding> ShorterRuns(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && LongestRun(resource.Was("DefinitionString")) is var before && LongestRun(resource.Is("DefinitionString")) is { } after
            && (before is null || after < before))
        {
            yield return new Finding($"A run of the {Subject.Of(resource)} that takes longer than {Scalars.Span(after)} is stopped{(before is { } earlier ? $"; until now it had {Scalars.Span(earlier)}" : "")}.")
            {
                Certainty = Certainty.Possible,
            };
        }
    }

    // The definition may hold references in the place of names, so that it need not be JSON.
    private static int? LongestRun(JsonNode? definition) =>
        RunTimeout().Match(Scalars.Text(definition) ?? "") is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("""
        "TimeoutSeconds"\s*:\s*([0-9]{1,9})
        """, RegexOptions.CultureInvariant)]
    private static partial Regex RunTimeout();

    private static IEnumerable<Finding> Gap(ComparedResource resource, EnvironmentComparison environment)
    {
        if (Restarts(resource) && Scalars.Number(resource.Is("DeploymentConfiguration/MinimumHealthyPercent")) == 0)
        {
            yield return new Finding($"The tasks of the {Subject.Of(resource)} stop before new ones run: nobody answers for about a minute.")
            {
                Certainty = Open(resource),
                Seconds = 60,
            };
        }
    }

    private static Certainty Open(ComparedResource resource) =>
        resource.Differences.Where(d => Restarting.Any(d.Touches)).Select(d => d.Certainty).DefaultIfEmpty().Min();

    private static IEnumerable<Finding> Stopped(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && Scalars.Number(resource.Is("DesiredCount")) == 0 && Scalars.Number(resource.Was("DesiredCount")) != 0)
            yield return new Finding($"The {Subject.Of(resource)} runs no task any more.");
    }

    private static IEnumerable<Finding> Detached(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        if (resource.Was("LoadBalancers") is JsonArray { Count: > 0 } && resource.Is("LoadBalancers") is not JsonArray { Count: > 0 })
            yield return new Finding($"The {Subject.Of(resource)} is no longer reached through the load balancer.");
        if (resource.Was("ServiceRegistries") is JsonArray { Count: > 0 } && resource.Is("ServiceRegistries") is not JsonArray { Count: > 0 })
            yield return new Finding($"The {Subject.Of(resource)} no longer has its name inside the network.");
    }

    private static IEnumerable<Finding> OtherEndpoint(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        var lost = Endpoints(resource.Was("ServiceConnectConfiguration")).Except(Endpoints(resource.Is("ServiceConnectConfiguration"))).ToList();
        var callers = environment.Running.Readers(resource.Stack);
        if (lost.Count > 0 && callers.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} is no longer at {string.Join(", ", lost)}: {string.Join(", ", callers)} call it there, and fail until they are deployed after it.") { Seconds = 180 };
    }

    private static IEnumerable<string> Endpoints(JsonNode? connect) =>
        from service in connect?["Services"] as JsonArray ?? []
        from alias in service?["ClientAliases"] as JsonArray ?? []
        select $"{Scalars.Text(alias?["DnsName"]) ?? Scalars.Text(service?["DiscoveryName"])}:{Scalars.Text(alias?["Port"])}";

    private static IEnumerable<Finding> ScaledToNothing(ComparedResource resource, EnvironmentComparison environment)
    {
        // A service that had a fixed number of tasks gets a range when it is to stop at night.
        if (resource.Action != ResourceAction.Modify && !(resource.Action == ResourceAction.Add && RunsAlready(resource, environment)))
            yield break;
        var service = Scalars.Text(resource.Is("ResourceId"))?.Split('/')[^1] ?? resource.LogicalId;
        if (Scalars.Number(resource.Is("MaxCapacity")) == 0 && Scalars.Number(resource.Was("MaxCapacity")) != 0)
            yield return new Finding($"No task of {Subject.Plain(service)} runs any more: it scales to 0 at most.");

        // Which stop a start ends depends on both: another time, day or zone of either is another night.
        var actions = (resource.Is("ScheduledActions") as JsonArray ?? []).ToList();
        var before = Times(resource.Was("ScheduledActions")).ToList();
        if (Times(resource.Is("ScheduledActions")).SequenceEqual(before))
            yield break;
        foreach (var stop in actions.Where(IsStop))
        {
            var starts = string.Join(" or ", actions.Where(a => !IsStop(a)).Select(Time).Order(StringComparer.Ordinal));
            yield return new Finding($"No task of {Subject.Plain(service)} runs from {Time(stop)} on, until {(starts.Length == 0 ? "somebody starts it" : starts)}.");
        }
    }

    private static bool RunsAlready(ComparedResource target, EnvironmentComparison environment) =>
        environment.Running.Resources(target.Stack).Values.Any(r => r.Type == "AWS::ECS::Service");

    private static IEnumerable<string> Times(JsonNode? actions) =>
        (actions as JsonArray ?? []).Select(a => $"{IsStop(a)} {Time(a)}").Order(StringComparer.Ordinal);

    private static string Time(JsonNode? action) => $"{Scalars.Text(action?["Schedule"])} {Scalars.Text(action?["Timezone"])}".TrimEnd();

    private static bool IsStop(JsonNode? action) => Scalars.Number(action?["ScalableTargetAction"]?["MaxCapacity"]) == 0;

    private static IEnumerable<Finding> Off(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.WasText("State") != "DISABLED" && resource.IsText("State") == "DISABLED")
            yield return new Finding($"The {Subject.Of(resource)} is off: what it starts is no longer started by itself.");
    }

    private static IEnumerable<Finding> FunctionOff(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            yield break;
        if (resource.WasText("Enabled") != "false" && resource.IsText("Enabled") == "false")
            yield return new Finding($"The {Subject.Of(resource)} is off: the function is not called any more.");
        if (Scalars.Number(resource.Is("ReservedConcurrentExecutions")) == 0 && Scalars.Number(resource.Was("ReservedConcurrentExecutions")) != 0)
            yield return new Finding($"Calls of the {Subject.Of(resource)} are refused: it has no room to run in.");
    }
}
