using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Checks that the settings for scaling fit each other and the service.</summary>
internal sealed class ScaleValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            var scale = service.Scale;
            CheckLimits(scale, problems);
            CheckTargets(name, service, scale, problems);
            CheckSteps(scale, problems);
            foreach (var (change, limits) in scale.Schedules)
            {
                if (limits.Min > limits.Max)
                {
                    problems.Add(
                        limits.MarkOfLatest("min", "max"),
                        ErrorCodes.MinAboveMax,
                        $"'min' of '{change}' is {limits.Min}, which is more than its 'max' of {limits.Max}.");
                }
            }

            if (environment.Settings.Schedule is null)
            {
                CheckReturn(name, scale, problems);
            }
        }
    }

    /// <summary>A night of the environment ends with the service's own limits; without one only a schedule brings tasks back.</summary>
    private static void CheckReturn(string name, ScaleModel scale, ProblemList problems)
    {
        var (change, limits) = scale.Schedules.FirstOrDefault(pair => pair.Value.Max == 0);
        if (change is not null && scale.Schedules.Values.All(other => other.Max == 0))
        {
            problems.Warn(
                limits.MarkOf("max"),
                ErrorCodes.Scaling,
                $"'{change}' sends every task of '{name}' home, and no other schedule brings any back. Add one whose 'max' is at least 1.");
        }
    }

    private static void CheckLimits(ScaleModel scale, ProblemList problems)
    {
        if (scale.Min > scale.Max)
        {
            problems.Add(
                scale.MarkOfLatest("min", "max"),
                ErrorCodes.MinAboveMax,
                $"'min' is {scale.Min}, which is more than 'max', which is {scale.Max}. Swap them, or raise 'max'.");
        }

        foreach (var key in new[] { "cpu", "memory", "requests", "backlog", "steps" }.Where(key => !scale.Has("max") && scale.Has(key)))
        {
            problems.Add(
                scale.MarkOf(key),
                ErrorCodes.Scaling,
                $"'{key}' says when to scale, but nothing says how far. Add 'max'.");
        }

        var scheduled = scale.Schedules.Count > 0 || !scale.Knows("schedules");
        var follows = scale.Has("cpu") || scale.Has("memory") || scale.Has("requests") || scale.Has("backlog") || scale.Has("steps");
        if (scale.Max > scale.Min && !follows && !scheduled)
        {
            problems.Add(
                scale.MarkOf("max"),
                ErrorCodes.Scaling,
                $"'max' is {scale.Max}, but nothing says when to scale. Add a target such as 'cpu: 60', or remove 'max'.");
        }
    }

    private static void CheckTargets(string name, ServiceModel service, ScaleModel scale, ProblemList problems)
    {
        if (service.Type is not (null or ServiceType.Worker))
        {
            foreach (var key in new[] { "backlog", "steps" }.Where(scale.Has))
            {
                problems.Add(
                    scale.MarkOf(key),
                    ErrorCodes.Scaling,
                    $"'{key}' scales by a queue, so only workers have it; '{name}' is not one.");
            }
        }

        var hasRequests = service.Type is null || service.IsBalanced || !service.Knows("loadBalancer");
        if (scale.Has("requests") && !hasRequests)
        {
            problems.Add(
                scale.MarkOf("requests"),
                ErrorCodes.Scaling,
                $"'requests' are counted at a load balancer, which '{name}' does not have. Use 'cpu', or for an internal service add 'loadBalancer: true'.");
        }

        var scheduled = scale.Schedules.Count > 0 || !scale.Knows("schedules");
        if (scale.Min == 0 && service.Type == ServiceType.Worker && !scale.Has("backlog") && !scale.Has("steps") && !scheduled)
        {
            problems.Add(
                scale.MarkOf("min"),
                ErrorCodes.Scaling,
                $"'{name}' may go down to 0 tasks, but nothing brings it up again. Add 'backlog' or 'steps'.");
        }
        else if (scale.Min == 0 && scale.Max > 0 && service.Type is ServiceType.Web or ServiceType.Internal && !scheduled)
        {
            problems.Add(
                scale.MarkOf("min"),
                ErrorCodes.Scaling,
                $"'{name}' may go down to 0 tasks, from where no load brings it up again. Give at least 1.");
        }
    }

    private static void CheckSteps(ScaleModel scale, ProblemList problems)
    {
        var seen = new HashSet<int>();
        if (scale.Has("steps") && scale.Has("backlog"))
        {
            problems.Add(scale.MarkOfLatest("steps", "backlog"), ErrorCodes.Scaling, "'steps' and 'backlog' exclude each other. Keep one.");
        }

        foreach (var step in scale.Steps)
        {
            if (step.Above is { } above && !seen.Add(above))
            {
                problems.Add(step.MarkOf("above"), ErrorCodes.Scaling, $"Two steps hold above {above} messages. Keep one.");
            }

            if (step.Add == 0)
            {
                problems.Add(step.MarkOf("add"), ErrorCodes.Scaling, "A step that adds 0 tasks does nothing. Remove it.");
            }
        }
    }
}
