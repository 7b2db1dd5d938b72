using System.Globalization;
using Landfall.AIOps.Scaling;

namespace Landfall.Evaluation.WebTraffic;

/// <summary>
/// Replays the last 30 % of a trace under the shipped policy and under what AWS offers without it. A task carries the mean
/// demand of the first 70 %, at least two tasks run, and a minute needs the tasks that carry its own requests. Minute to
/// minute noise bounds what any policy can reach, the more the smaller a task is, so a task of half the size is shown too.
/// The other policies get the setting that is best in hindsight; the shipped policy has one.
/// </summary>
internal static class ScalingReplay
{
    private const double From = 0.7;
    private const double OverProvisioningAllowed = 0.15;

    private static readonly double[] Targets = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];
    private static readonly double[] Shares = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 0.999, 1];

    public static IEnumerable<Measurement> Run(TrafficTrace trace, CancellationToken cancellation)
    {
        var demand = trace.PerMinuteOrMissing();
        var from = (int)(From * demand.Length) / 60 * 60;
        var mean = demand.Take(from).Where(double.IsFinite).Average();
        foreach (var row in Run(trace.Name, demand, from, new TaskProfile(mean), "1", OverProvisioningAllowed, cancellation))
            yield return row;
        foreach (var row in Run(trace.Name, demand, from, new TaskProfile(mean / 2), "1/2", null, cancellation))
            yield return row;
    }

    private static IEnumerable<Measurement> Run(
        string name, double[] demand, int from, TaskProfile task, string size, double? allowed, CancellationToken cancellation)
    {
        var simulator = new ScalingSimulator(task);
        var data = $"{name}, task = {size} of mean load";
        var ours = simulator.Replay(demand, from, new PredictivePolicy(task));
        var limit = allowed ?? ours.OverProvisioned;
        var (floor, goal) = allowed is null ? ((double?)null, (double?)null) : (1, 0.3);
        yield return Row(ours.Policy, "under-provisioned minutes, %", 100 * ours.UnderProvisioned, floor, goal);
        yield return Row(ours.Policy, "over-provisioned, %", 100 * ours.OverProvisioned, allowed is null ? null : 100 * limit);
        yield return Row(ours.Policy, "over-provisioned task-hours", ours.OverProvisionedTaskHours);
        yield return Row(ours.Policy, "cost, USD", ours.Cost);

        foreach (var policies in (IEnumerable<IEnumerable<IScalingPolicy>>)
            [
                Targets.Select(target => new TargetTracking(target * task.CapacityPerMinute)),
                Targets.Select(target => new StepScaling(target * task.CapacityPerMinute)),
                Shares.Select(share => new ScheduledScaling(demand.AsSpan(0, from), task, share)),
            ])
        {
            cancellation.ThrowIfCancellationRequested();
            var reports = policies.Select(policy => simulator.Replay(demand, from, policy)).ToList();
            var fair = reports.Where(report => report.OverProvisioned <= limit).DefaultIfEmpty(reports.MinBy(report => report.OverProvisioned)!);
            var best = fair.MinBy(report => report.UnderProvisioned)!;
            var bound = string.Create(CultureInfo.InvariantCulture, $"best setting at <= {100 * limit:0.0} % over-provisioned");
            yield return Row(best.Policy, "under-provisioned minutes, %", 100 * best.UnderProvisioned, published: bound);
            yield return Row(best.Policy, "over-provisioned, %", 100 * best.OverProvisioned);
            yield return Row(best.Policy, "over-provisioned task-hours", best.OverProvisionedTaskHours);
            yield return Row(best.Policy, "cost, USD", best.Cost);
        }

        Measurement Row(string method, string metric, double value, double? floor = null, double? goal = null, string? published = null) =>
            new(method, data, metric, value, published, floor, goal, LowerIsBetter: true);
    }
}
