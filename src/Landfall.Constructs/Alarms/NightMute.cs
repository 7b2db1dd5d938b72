using System.Xml;
using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.CloudWatch.CfnAlarmMuteRule;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Keeps alarms silent while the environment, or a service by its own schedules, sleeps and wakes. What is still wrong then rings: "Alarm action is executed
/// because the mute window has ended and the alarm remains in the same state (ALARM) in which it was originally muted"
/// (Amazon CloudWatch user guide, How alarm mute rules work).
/// </summary>
internal static class NightMute
{
    /// <summary>Adds the rules.</summary>
    /// <param name="stack">The stack of the alarms.</param>
    /// <param name="alarms">The alarms that call people.</param>
    /// <param name="composites">Those of them that are made of others.</param>
    /// <param name="schedules">The schedules of the service that they are of.</param>
    public static void Add(
        LandfallStack stack, IReadOnlyList<CfnAlarm> alarms, IReadOnlyList<CfnCompositeAlarm> composites, IReadOnlyList<ScaleSchedulePlan> schedules)
    {
        IReadOnlyList<MuteWindow> windows = [.. stack.Plan.NightSchedule is { } sleep ? MuteWindow.Of(sleep) : [], .. ScheduledAbsence.Of(schedules)];
        if (windows.Count == 0 || alarms.Count + composites.Count == 0)
        {
            return;
        }

        // Muted actions of the state OK are made up for too: each morning would tell that the night is over.
        foreach (var alarm in alarms)
        {
            alarm.OkActions = [];
        }

        foreach (var composite in composites)
        {
            composite.OkActions = [];
        }

        string[] names = [.. alarms.Select(alarm => alarm.Ref), .. composites.Select(composite => composite.Ref)];

        foreach (var window in windows)
        {
            _ = new CfnAlarmMuteRule(stack, window.Id, new CfnAlarmMuteRuleProps
            {
                Name = $"{stack.Plan.Prefix}-{stack.Part}-{window.Id}",
                Description = "No task runs then, or none runs yet.",
                MuteTargets = new MuteTargetsProperty { AlarmNames = names },
                Rule = new RuleProperty
                {
                    Schedule = new ScheduleProperty
                    {
                        Expression = window.Expression,
                        Duration = XmlConvert.ToString(window.Length),
                        Timezone = window.TimeZone,
                    },
                },
            });
        }
    }
}
