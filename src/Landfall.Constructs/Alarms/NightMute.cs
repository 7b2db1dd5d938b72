using System.Xml;
using Amazon.CDK.AWS.CloudWatch;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.CloudWatch.CfnAlarmMuteRule;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Keeps alarms silent while the environment sleeps and wakes. What is still wrong then rings: "Alarm action is executed
/// because the mute window has ended and the alarm remains in the same state (ALARM) in which it was originally muted"
/// (Amazon CloudWatch user guide, How alarm mute rules work).
/// </summary>
internal static class NightMute
{
    public static void Add(LandfallStack stack, params IReadOnlyList<CfnAlarm> alarms)
    {
        if (stack.Plan.NightSchedule is not { } sleep || alarms.Count == 0)
        {
            return;
        }

        foreach (var alarm in alarms)
        {
            // Muted actions of the state OK are made up for too: each morning would tell that the night is over.
            alarm.OkActions = [];
        }

        foreach (var window in MuteWindow.Of(sleep))
        {
            _ = new CfnAlarmMuteRule(stack, window.Id, new CfnAlarmMuteRuleProps
            {
                Name = $"{stack.Plan.Prefix}-{stack.Part}-{window.Id}",
                Description = "No task runs then, or none runs yet.",
                MuteTargets = new MuteTargetsProperty { AlarmNames = [.. alarms.Select(alarm => alarm.Ref)] },
                Rule = new RuleProperty
                {
                    Schedule = new ScheduleProperty
                    {
                        Expression = window.Cron,
                        Duration = XmlConvert.ToString(window.Length),
                        Timezone = sleep.TimeZone,
                    },
                },
            });
        }
    }
}
