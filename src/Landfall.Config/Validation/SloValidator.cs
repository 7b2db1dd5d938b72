using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that what a service promises can be measured.</summary>
internal sealed class SloValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            if (service.Slo is not { } slo)
            {
                continue;
            }

            if (slo.Latency is { } latency && !LatencyObjective.TryParse(latency, out _))
            {
                problems.Add(slo.MarkOf("latency"), ErrorCodes.OutOfRange, $"'latency' is {latency}, but has to be a time from 1ms to 1h and a share from 94% to 99.99%, such as 300ms@95%.");
            }

            if (slo is { Availability: null, Latency: null } && slo.Knows("availability") && slo.Knows("latency"))
            {
                problems.Add(service.MarkOf("slo"), ErrorCodes.MissingKey, $"'slo' of '{name}' promises nothing. Add 'availability: 99.9%' or 'latency: 300ms@95%', or remove it.");
            }
        }
    }
}
