using System.Globalization;
using Landfall.Config.Plan;
using static Amazon.CDK.AWS.ApplicationAutoScaling.CfnScalableTarget;

namespace Landfall.Constructs.Scaling;

/// <summary>Changes of a service's limits at given times, the environment's sleep among them.</summary>
internal static class ScheduledActions
{
    public static object[]? Of(NightSchedulePlan? sleep, ScalePlan scale)
    {
        var actions = scale.Schedules
            .Select(object (schedule) => Action(schedule.Name, schedule.Cron, schedule.TimeZone, schedule.Min, schedule.Max))
            .ToList();
        if (sleep is not null)
        {
            actions.Add(Action("landfall-stop", Cron(sleep.Stop, sleep.Days), sleep.TimeZone, 0, 0));
            actions.Add(Action("landfall-start", Cron(sleep.Start, sleep.Days), sleep.TimeZone, scale.Min, scale.Max));
        }

        return actions.Count == 0 ? null : [.. actions];
    }

    /// <summary>The limits that the actions set, in their order.</summary>
    public static IReadOnlyList<(int Min, int Max)> Limits(NightSchedulePlan? sleep, ScalePlan scale) =>
    [
        .. scale.Schedules.Select(schedule => (schedule.Min, schedule.Max)),
        .. sleep is null ? [] : new[] { (0, 0), (scale.Min, scale.Max) },
    ];

    /// <summary>An AWS cron expression of six fields for a time of day on days of the week.</summary>
    public static string Cron(TimeOnly time, string days) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} ? * {days} *");

    private static ScheduledActionProperty Action(string name, string cron, string zone, int min, int max) => new()
    {
        ScheduledActionName = name,
        Schedule = $"cron({cron})",
        Timezone = zone,
        ScalableTargetAction = new ScalableTargetActionProperty { MinCapacity = min, MaxCapacity = max },
    };
}
