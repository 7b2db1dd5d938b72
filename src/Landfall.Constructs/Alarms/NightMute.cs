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
    public static void Add(LandfallStack stack, IReadOnlyList<CfnAlarm> alarms, IReadOnlyList<CfnCompositeAlarm> composites)
    {
        if (stack.Plan.NightSchedule is not { } sleep || alarms.Count + composites.Count == 0)
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

        foreach (var window in MuteWindow.Of(sleep))
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
                        Timezone = sleep.TimeZone,
                    },
                },
            });
        }
    }
}
