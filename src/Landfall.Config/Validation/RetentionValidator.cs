using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Tree;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks how long logs are kept.</summary>
internal sealed class RetentionValidator : IEnvironmentValidator
{
    /// <summary>CloudWatch Logs' retention steps, in days (PutRetentionPolicy, CloudWatch Logs API Reference).</summary>
    private static readonly int[] Steps =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        var settings = environment.Settings;
        CheckStep(settings.Network.LogRetention, settings.Network.MarkOf("logRetention"), problems);
        foreach (var service in settings.Services.Values)
        {
            if (service.LogRetention is { } retention)
            {
                CheckStep(retention, service.MarkOf("logRetention"), problems);
            }
        }
    }

    private static void CheckStep(TimeSpan retention, Mark mark, ProblemList problems)
    {
        if (retention.TotalDays != Math.Truncate(retention.TotalDays) || !Steps.Contains((int)retention.TotalDays))
        {
            var nearest = Steps.MinBy(step => Math.Abs(step - retention.TotalDays));
            problems.Add(
                mark,
                ErrorCodes.Retention,
                $"'logRetention' is {Duration.Format(retention)}, which CloudWatch does not have; the nearest is {nearest}d. It has {string.Join(", ", Steps)} days.");
        }
    }
}
