using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// The one alarm of a service that calls people when it is not well, whatever of its parts tells so: "If other alarms also go
/// into the ALARM state, your team does not get overloaded with new notifications since the composite alarm has already
/// notified them" (Amazon CloudWatch user guide, Composite alarms).
/// </summary>
internal static class FaultAlarm
{
    /// <summary>Its id, and the last part of its name.</summary>
    public const string Id = "Fault";

    /// <summary>Adds it where it is made of anything.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="title">The service's name in the file.</param>
    /// <param name="parts">The names of the alarms that it is made of.</param>
    public static CfnCompositeAlarm? Add(LandfallStack stack, string title, IReadOnlyList<string> parts) => parts.Count == 0
        ? null
        : Create(stack, Id, Runbooks.Fault, $"{title} is not well: look which of its alarms say so.", string.Join(" OR ", parts.Select(Rings)));

    /// <summary>An alarm that is made of others, and calls people.</summary>
    public static CfnCompositeAlarm Create(LandfallStack stack, string id, Runbook runbook, string description, string rule)
    {
        var alarm = new CfnCompositeAlarm(stack, id, new CfnCompositeAlarmProps
        {
            AlarmName = MetricAlarm.Name(stack, id),
            AlarmDescription = RunbookLink.Behind(stack, description, runbook),
            AlarmRule = rule,
            AlarmActions = [AlarmTopic.Arn(stack)],
            OkActions = [AlarmTopic.Arn(stack)],
        });
        AwaitedImage.Silence(stack, alarm);
        return alarm;
    }

    /// <summary>True, in a rule, while an alarm rings.</summary>
    public static string Rings(string alarm) => $"ALARM(\"{alarm}\")";
}
