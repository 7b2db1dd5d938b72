using Landfall.Config.Binding;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks the times of health checks.</summary>
internal sealed class HealthValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var service in environment.Settings.Services.Values)
        {
            Check(service.Health, service.Health.Timeout, service.Health.Interval, problems);

            if (service.ContainerHealth is { } inside)
            {
                Check(inside, inside.Timeout, inside.Interval, problems);
            }
        }
    }

    private static void Check(Section check, TimeSpan timeout, TimeSpan interval, ProblemList problems)
    {
        if (check.Knows("timeout", "interval") && timeout >= interval)
        {
            problems.Add(
                check.MarkOfLatest("timeout", "interval"),
                ErrorCodes.HealthTimes,
                $"The health check's timeout is {Duration.Format(timeout)}, but has to be less than its interval of {Duration.Format(interval)}.");
        }
    }
}
