using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Warns before tasks have no room left: their memory, whose end is a killed container, and their CPU where somebody waits for
/// answers. A worker that uses all of its CPU does what it is there for.
/// </summary>
internal static class Saturation
{
    private const int Minutes = 15;

    public static CfnAlarm Alarm(LandfallStack stack, ContainerServicePlan service, double percent)
    {
        var answers = service is WebServicePlan or InternalServicePlan;
        return MetricAlarm.Create(stack, "Saturation", Runbooks.Saturation,
            $"The tasks of {service.Title} use more than {percent:0.##} % of their {(answers ? "CPU or memory" : "memory")}, for fifteen minutes.",
            answers ? "IF(FILL(cpu, 0) > FILL(memory, 0), FILL(cpu, 0), FILL(memory, 0))" : "FILL(memory, 0)",
            percent, Minutes,
            answers ? [Use("cpu", "CPUUtilization"), Use("memory", "MemoryUtilization")] : [Use("memory", "MemoryUtilization")]);

        Query Use(string id, string metric) =>
            MetricAlarm.Metric(id, "AWS/ECS", metric, "Average", ("ClusterName", stack.Names.Cluster), ("ServiceName", service.Name));
    }
}
