using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Resolution;

/// <summary>Resolves how the number of tasks follows demand.</summary>
internal static class ScaleResolver
{
    /// <summary>Resolves scaling.</summary>
    /// <param name="model">The settings.</param>
    /// <param name="defaultMin">Smallest number of tasks where the file gives none.</param>
    public static ScalePlan Resolve(ScaleModel model, int defaultMin)
    {
        var min = model.Min ?? Math.Min(defaultMin, model.Max ?? defaultMin);
        return new ScalePlan
        {
            Min = min,
            Max = model.Max ?? Math.Max(min, 1),
            Cpu = model.Cpu?.Whole,
            Memory = model.Memory?.Whole,
            Requests = model.Requests,
            Backlog = model.Backlog,
            Steps = [.. model.Steps.Select(step => new ScaleStepPlan(step.Above!.Value, step.Add!.Value)).OrderBy(step => step.Above)],
            Schedules = Ordering.ByName(model.Schedules, Schedule),
        };
    }

    private static ScaleSchedulePlan Schedule(string name, ScaleScheduleModel model)
    {
        AwsSchedule.Translate(model.At!, out var expression);
        return new ScaleSchedulePlan(name, expression["cron(".Length..^1], model.Timezone, model.Min!.Value, model.Max!.Value);
    }
}
