using System.Globalization;
using Landfall.AIOps.Changes;
using Landfall.AIOps.Incidents;
using Landfall.Aws.Containers;
using Landfall.Config.Loading;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Status;
using Landfall.Operator.Loop;

namespace Landfall.Operator.Sources;

/// <summary>What the state of one service says.</summary>
/// <param name="Signals">What is out of the ordinary.</param>
/// <param name="Changes">Its rollouts.</param>
/// <param name="Symptoms">Its tasks that failed.</param>
internal sealed record ServiceSignals(IReadOnlyList<IncidentSignal> Signals, IReadOnlyList<ChangeEvent> Changes, IReadOnlyList<ChangeEvent> Symptoms)
{
    // No doubt is possible about a service without a task: 0.99 is what makes an incident more severe.
    private const double Down = 0.99;
    private const double Degraded = 0.95;

    // ECS may yet roll back by itself, and what ran goes on running: just enough to open an incident.
    private const double FailedRollout = 0.9;

    // Three starts that fail within ten minutes are no coincidence; ECS waits longer and longer between them.
    private const int Crashes = 3;
    private static readonly TimeSpan CrashWindow = TimeSpan.FromMinutes(10);

    // More of them say nothing new.
    private const int MostSymptoms = 20;

    /// <summary>Judges a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="status">How it is.</param>
    /// <param name="facts">The same in ECS's words; null where they could not be read.</param>
    /// <param name="now">The time.</param>
    /// <returns>What that says.</returns>
    public static ServiceSignals Of(ContainerServicePlan service, ServiceStatus status, ServiceFacts? facts, DateTimeOffset now)
    {
        var failed = (facts?.Stopped ?? []).Where(ServiceInspector.HasFailed).OrderByDescending(EndOf).ToList();
        IncidentSignal?[] signals = [Tasks(service, status, facts, failed, now), Rollout(status, now), Crashing(status, facts, failed, now)];
        return new ServiceSignals(
            [.. signals.OfType<IncidentSignal>()],
            status.Rollout is { } rollout ? [new ChangeEvent(rollout.Started, status.Service, ChangeKind.Deployment, $"a rollout of {status.Service} began", "aws.ecs")] : [],
            [.. failed.Take(MostSymptoms).Select(task => AwsEvents.Read(EndOf(task), status.Service, "aws.ecs", "ECS Task State Change", Legible.Line(StoppedGroup.ReasonOf(task))))]);
    }

    private static DateTimeOffset EndOf(StoppedTask task) => task.Ended ?? task.Created;

    private static IncidentSignal? Tasks(ContainerServicePlan service, ServiceStatus status, ServiceFacts? facts, List<StoppedTask> failed, DateTimeOffset now)
    {
        var count = string.Create(CultureInfo.InvariantCulture, $"{status.Running} of {status.Desired} {(status.Desired == 1 ? "task runs" : "tasks run")}");
        switch (status.Health)
        {
            case ServiceHealth.Absent when status.Stack is not null:
                return new IncidentSignal(now, status.Service, "tasks", Down, $"its stack is there ({status.Stack}), and ECS has no such service");
            case ServiceHealth.Down:
                return new IncidentSignal(failed.Count > 0 ? EndOf(failed[0]) : now, status.Service, "tasks", Down, Legible.Line($"{count}{Why(status, failed)}"));
            case ServiceHealth.Degraded:
                return new IncidentSignal(failed.Count > 0 ? EndOf(failed[0]) : now, status.Service, "tasks", Degraded, Legible.Line($"{count}{Why(status, failed)}"));
            case ServiceHealth.Starting when Since(facts, now) is var since && now - since > StartLimit.Of(service):
                return new IncidentSignal(
                    since + StartLimit.Of(service),
                    status.Service,
                    "tasks",
                    status.Running == 0 ? Down : Degraded,
                    Legible.Line($"{count}, none has failed, and they have been about to start for {OperatorEventText.Span(now - since)}: longer than the {OperatorEventText.Span(StartLimit.Of(service))} that its health checks and the start of a task take{LastWord(facts)}"));
            default:
                return null;
        }
    }

    /// <summary>Since when tasks are about to start: since the oldest of them was asked for; where none could be, since ECS began to say so.</summary>
    private static DateTimeOffset Since(ServiceFacts? facts, DateTimeOffset now)
    {
        var waiting = (facts?.Tasks ?? []).Where(task => task.Status != "RUNNING").Select(task => (DateTimeOffset?)task.Created).Min();
        var asked = waiting
            ?? Unsteady(facts).Select(one => (DateTimeOffset?)one.Time).Min()
            ?? (facts?.Tasks ?? []).Select(task => (DateTimeOffset?)task.Created).Max()
            ?? facts?.Service?.Versions.FirstOrDefault(version => version.Status == "PRIMARY")?.Created;
        return asked is { } since && since < now ? since : now;
    }

    /// <summary>What ECS has noted since the service was last steady, the last first.</summary>
    private static IEnumerable<ServiceEvent> Unsteady(ServiceFacts? facts) =>
        (facts?.Service?.Events ?? []).OrderByDescending(one => one.Time).TakeWhile(one => !one.Message.Contains("has reached a steady state", StringComparison.Ordinal));

    private static string LastWord(ServiceFacts? facts) => Unsteady(facts).FirstOrDefault() is { } last ? $"; ECS: {last.Message}" : "";

    private static string Why(ServiceStatus status, List<StoppedTask> failed)
    {
        if (status.Targets is { Unhealthy: > 0 } targets)
            return string.Create(CultureInfo.InvariantCulture, $", {targets.Unhealthy} of {targets.Healthy + targets.Unhealthy + targets.Other} targets unhealthy{(targets.Reasons.Count > 0 ? $": {targets.Reasons[0]}" : "")}");
        if (status.Containers.FirstOrDefault(container => container.Unhealthy > 0) is { } container)
            return string.Create(CultureInfo.InvariantCulture, $", container '{container.Name}' is unhealthy in {container.Unhealthy}");
        return failed.Count > 0 ? $": {StoppedGroup.ReasonOf(failed[0])}" : "";
    }

    private static IncidentSignal? Rollout(ServiceStatus status, DateTimeOffset now) =>
        status.Rollout is { State: "FAILED" or "ROLLBACK_REQUESTED" or "ROLLBACK_IN_PROGRESS" } rollout
            ? new IncidentSignal(now, status.Service, "rollout", FailedRollout, Legible.Line($"its rollout {(rollout.State == "FAILED" ? "failed" : "is rolled back")}{(rollout.Reason is { } reason ? $": {reason}" : "")}"))
            : null;

    /// <summary>Tasks of the version that is wanted now that end again and again while others take their place.</summary>
    private static IncidentSignal? Crashing(ServiceStatus status, ServiceFacts? facts, List<StoppedTask> failed, DateTimeOffset now)
    {
        var newest = facts?.Service?.Versions.FirstOrDefault(version => version.Status == "PRIMARY")?.Created ?? DateTimeOffset.MinValue;
        var recent = failed.Where(task => EndOf(task) >= newest && now - EndOf(task) <= CrashWindow).ToList();
        return recent.Count < Crashes
            ? null
            : new IncidentSignal(
                EndOf(recent[Crashes - 1]),
                status.Service,
                "crashes",
                Degraded,
                Legible.Line(string.Create(CultureInfo.InvariantCulture, $"{recent.Count} tasks failed within {OperatorEventText.Span(CrashWindow)}: {StoppedGroup.ReasonOf(recent[0])}")));
    }
}
