using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks the times of health checks.</summary>
internal sealed class HealthValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var defaults = new HealthCheckPlan();
        foreach (var service in environment.Settings.Services.Values)
        {
            if (service.Health is { } health)
            {
                Check(
                    health.Timeout ?? defaults.Timeout,
                    health.Interval ?? defaults.Interval,
                    health.MarkOfLatest("timeout", "interval"),
                    problems);
            }

            if (service.ContainerHealth is { } inside)
            {
                Check(
                    inside.Timeout ?? TimeSpan.FromSeconds(5),
                    inside.Interval ?? TimeSpan.FromSeconds(30),
                    inside.MarkOfLatest("timeout", "interval"),
                    problems);
            }
        }
    }

    private static void Check(TimeSpan timeout, TimeSpan interval, Mark mark, ProblemList problems)
    {
        if (timeout >= interval)
        {
            problems.Add(
                mark,
                ErrorCodes.HealthTimes,
                $"The health check's timeout is {Duration.Format(timeout)}, but has to be less than its interval of {Duration.Format(interval)}.");
        }
    }
}
