using System.Text.Json;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Validation;

/// <summary>Checks that a deployment strategy is possible.</summary>
internal sealed class DeployValidator : IEnvironmentValidator
{
    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            if (service.Deploy is not { } deploy)
            {
                continue;
            }

            var strategy = JsonNamingPolicy.CamelCase.ConvertName((deploy.Strategy ?? DeployStrategy.Rolling).ToString());
            var shifts = service.Type is null or ServiceType.Web || (service.Type == ServiceType.Internal && service.LoadBalancer == true);
            if (deploy.Strategy is not (null or DeployStrategy.Rolling) && !shifts)
            {
                problems.Add(
                    deploy.MarkOf("strategy"),
                    ErrorCodes.DeployStrategy,
                    $"'{name}' has no load balancer, between whose targets {strategy} shifts traffic. Use rolling{(service.Type == ServiceType.Internal ? ", or add 'loadBalancer: true'" : "")}.");
            }

            if (deploy.Strategy is null or DeployStrategy.Rolling or DeployStrategy.BlueGreen && !(deploy.Has("strategy") && deploy.Strategy is null))
            {
                foreach (var key in new[] { "step", "interval" }.Where(deploy.Has))
                {
                    problems.Add(deploy.MarkOfLatest(key, "strategy"), ErrorCodes.DeployStrategy, $"'{key}' belongs to linear and canary, but the strategy is {strategy}. Remove it.");
                }
            }
        }
    }
}
