using System.Globalization;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis.Performance;

/// <summary>What changed within recorded series, where no monitoring system says it: the last third beside the first.</summary>
internal static class MetricChanges
{
    // A doubling of latency is what users notice; half of the periods throttled halves what a container gets; five answers in a hundred
    // failing more than before is no noise.
    private const double SlowerBy = 2;
    private const double ThrottledShare = 0.5;
    private const double FailingPoints = 5;

    public static IEnumerable<ServiceAlert> Of(IReadOnlyDictionary<string, IReadOnlyList<double>> metrics)
    {
        foreach (var (name, values) in metrics)
        {
            var at = name.LastIndexOf('-');
            var valid = values.Where(double.IsFinite).ToList();
            if (at <= 0 || valid.Count < 6)
                continue;
            var (before, now) = (valid.Take(valid.Count / 3).Average(), valid.TakeLast(valid.Count / 3).Average());
            var finding = name[(at + 1)..] switch
            {
                "p95latency" when before > 0 && now > before * SlowerBy => "LATENCY_DEGRADATION [Slow Response]",
                "cpu_cfs" when now > ThrottledShare && now > before * SlowerBy => "RESOURCE_SATURATION [cpu_cfs]",
                "success_rate" when now < before - (before > 1 ? FailingPoints : FailingPoints / 100) => "SUCCESS_RATE_DROP [Failing]",
                _ => null,
            };
            if (finding is not null)
                yield return new ServiceAlert(name[..at], [string.Create(CultureInfo.InvariantCulture, $"{finding} | {name}: Normal={before:0.###} -> Current={now:0.###}")]);
        }
    }
}
