using System.Text.Json;
using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that a deployment strategy is possible.</summary>
internal sealed class DeployValidator : IEnvironmentValidator
{
    private static readonly (string Key, DeployStrategy[] Strategies, string Words)[] Owners =
    [
        ("bake", [DeployStrategy.BlueGreen, DeployStrategy.Linear, DeployStrategy.Canary], "blueGreen, linear and canary"),
        ("step", [DeployStrategy.Linear, DeployStrategy.Canary], "linear and canary"),
        ("interval", [DeployStrategy.Linear, DeployStrategy.Canary], "linear and canary"),
    ];

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

            // A strategy that could not be read has been reported.
            if (deploy.Strategy is null && deploy.Has("strategy"))
            {
                continue;
            }

            foreach (var (key, strategies, words) in Owners.Where(owner => deploy.Has(owner.Key) && !owner.Strategies.Contains(deploy.Strategy ?? DeployStrategy.Rolling)))
            {
                problems.Add(deploy.MarkOfLatest(key, "strategy"), ErrorCodes.DeployStrategy, $"'{key}' belongs to {words}, but the strategy is {strategy}. Remove it.");
            }

            if (deploy.Strategy == DeployStrategy.Linear)
            {
                CheckLinear(deploy, problems);
            }
        }
    }

    /// <summary>ECS's smallest step, and CloudFormation's longest shift (AWS::ECS::Service LinearConfiguration).</summary>
    private static void CheckLinear(DeployModel deploy, ProblemList problems)
    {
        var step = deploy.Step?.Value ?? DeployModel.DefaultStep;
        if (step < 3)
        {
            problems.Add(deploy.MarkOf("step"), ErrorCodes.OutOfRange, FormattableString.Invariant($"'step' is {step}%, but a linear shift has steps of at least 3%."));
            return;
        }

        var pauses = Math.Ceiling(100 / step) - 1;
        var whole = (deploy.Bake ?? DeployModel.DefaultBake) + ((deploy.Interval ?? DeployModel.DefaultInterval) * pauses);
        if (whole > TimeSpan.FromHours(33))
        {
            problems.Add(
                deploy.MarkOfLatest("interval", "step", "bake"),
                ErrorCodes.DeployStrategy,
                $"The shift would take {Duration.Format(whole)} ({pauses} times 'interval', then 'bake'), but CloudFormation allows 33h. Shorten 'interval', or make 'step' larger.");
        }
    }
}
