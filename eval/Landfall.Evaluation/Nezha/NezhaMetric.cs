using Landfall.AIOps.RootCause;

namespace Landfall.Evaluation.Nezha;

/// <summary>Which of Nezha's metric columns are used, and as what.</summary>
internal static class NezhaMetric
{
    /// <summary>The kind of the column, or null when it is not used: a figure of the whole machine, or a duplicate.</summary>
    public static MetricKind? KindOf(string column) => column switch
    {
        "CpuUsageRate(%)" => MetricKind.Cpu,
        "MemoryUsageRate(%)" => MetricKind.Memory,
        _ => null,
    };
}
