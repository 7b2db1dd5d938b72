using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Operations.Documents.Chapters;

/// <summary>How a service grows, and how it is replaced, in words.</summary>
internal static class ScalingWords
{
    /// <summary>Says how the number of tasks follows demand.</summary>
    /// <param name="scale">The plan.</param>
    public static string Of(ScalePlan scale)
    {
        var range = scale.Min == scale.Max ? FormattableString.Invariant($"{scale.Min} tasks, always") : FormattableString.Invariant($"{scale.Min} to {scale.Max} tasks");
        List<string> ways =
        [
            .. One(scale.Cpu, "% CPU"), .. One(scale.Memory, "% memory"), .. One(scale.Requests, "requests a minute for each task"), .. One(scale.Backlog, "waiting messages for each task"),
            .. scale.Steps.Select(step => FormattableString.Invariant($"{step.Add} more from {step.Above} messages on")),
        ];
        var times = scale.Schedules.Select(time => FormattableString.Invariant($"from cron({time.Cron}) {time.TimeZone} on {time.Min} to {time.Max}"));
        List<string> parts = [range, ways.Count > 0 && scale.Min != scale.Max ? $"by {string.Join(", ", ways)}" : "", .. times];
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    /// <summary>Says how a new version takes over.</summary>
    /// <param name="service">The service.</param>
    public static string Deployment(ScaledServicePlan service)
    {
        var deploy = service.Deploy;
        var way = deploy.Strategy switch
        {
            DeployStrategy.Rolling => "replaces tasks in place",
            DeployStrategy.BlueGreen => $"runs beside the old one and gets all the traffic at once; both run {Duration.Format(deploy.Bake)} longer",
            DeployStrategy.Linear => $"gets {Words.Number(deploy.StepPercent)} % of the traffic every {Duration.Format(deploy.StepInterval)}; both run {Duration.Format(deploy.Bake)} longer",
            _ => $"gets {Words.Number(deploy.StepPercent)} % of the traffic for {Duration.Format(deploy.StepInterval)}, then the rest; both run {Duration.Format(deploy.Bake)} longer",
        };
        var parts = new List<string> { way };
        if (service.Release is { } release)
            parts.Add($"before it '{string.Join(' ', release.Command)}' runs once, {Duration.Format(release.Timeout)} at most");
        if (deploy.Checks.Count > 0)
            parts.Add($"checked by {string.Join(", ", deploy.Checks.Select(check => check.Title))}");
        if (deploy.Judge)
            parts.Add("taken back where it fails more, or is slower, than the old one beside it");
        if (deploy.Pause is { } pause)
            parts.Add($"waits for somebody {(pause.At == PausePoint.BeforeTraffic ? "before it gets traffic" : "with all the traffic")}, {Duration.Format(pause.Timeout)} at most, then {(pause.Then == PauseEnd.Continue ? "goes on" : "is taken back")}");
        return string.Join("; ", parts);
    }

    private static IEnumerable<string> One(int? target, string what) => target is { } value ? [FormattableString.Invariant($"{value} {what}")] : [];
}
