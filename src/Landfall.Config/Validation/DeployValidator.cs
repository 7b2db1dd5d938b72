using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Validation;

/// <summary>Checks that a deployment strategy is possible.</summary>
internal sealed class DeployValidator : IEnvironmentValidator
{
    // ECS's smallest step, and CloudFormation's longest shift (AWS::ECS::Service LinearConfiguration).
    private const double SmallestStep = 3;
    private static readonly TimeSpan LongestShift = TimeSpan.FromHours(33);

    private static readonly (string Key, DeployStrategy[] Strategies, string Words)[] Owners =
    [
        ("checks", [DeployStrategy.BlueGreen, DeployStrategy.Linear, DeployStrategy.Canary], "blueGreen, linear and canary"),
        ("pause", [DeployStrategy.BlueGreen, DeployStrategy.Linear, DeployStrategy.Canary], "blueGreen, linear and canary"),
        ("bake", [DeployStrategy.BlueGreen, DeployStrategy.Linear, DeployStrategy.Canary], "blueGreen, linear and canary"),
        ("step", [DeployStrategy.Linear, DeployStrategy.Canary], "linear and canary"),
        ("judge", [DeployStrategy.Linear, DeployStrategy.Canary], "linear and canary"),
        ("interval", [DeployStrategy.Linear, DeployStrategy.Canary], "linear and canary"),
    ];

    /// <inheritdoc/>
    public void Validate(EnvironmentSettings environment, ProblemList problems)
    {
        foreach (var (name, service) in environment.Settings.Services)
        {
            var deploy = service.Deploy;
            var strategy = EnumWord.Of(deploy.Strategy);
            var shifts = service.Type is null || service.IsBalanced || !service.Knows("loadBalancer");
            if (deploy.Strategy != DeployStrategy.Rolling && !shifts)
            {
                problems.Add(
                    deploy.MarkOf("strategy"),
                    ErrorCodes.DeployStrategy,
                    $"'{name}' has no load balancer, between whose targets {strategy} shifts traffic. Use rolling{(service.Type == ServiceType.Internal ? ", or add 'loadBalancer: true'" : "")}.");
            }

            if (deploy.Checks.Any(check => check.File is not null) && service.Protocol == PortProtocol.Grpc)
            {
                problems.Add(deploy.MarkOf("checks"), ErrorCodes.DeployStrategy, $"A check file sends HTTP requests, but '{name}' speaks grpc. Check it by a 'command' of the image, or use 'pause' and look yourself.");
            }

            if (!deploy.Knows("strategy"))
            {
                continue;
            }

            foreach (var (key, strategies, words) in Owners.Where(owner => deploy.Has(owner.Key) && !owner.Strategies.Contains(deploy.Strategy)))
            {
                problems.Add(deploy.MarkOfLatest(key, "strategy"), ErrorCodes.DeployStrategy, $"'{key}' belongs to {words}, but the strategy is {strategy}. Remove it.");
            }

            if (deploy.Strategy == DeployStrategy.Linear && deploy.Knows("step", "bake", "interval"))
            {
                CheckLinear(deploy, problems);
            }
            else if (deploy.Strategy != DeployStrategy.Rolling && deploy.Pause is not null && deploy.Knows("bake", "interval"))
            {
                var steps = deploy.Strategy == DeployStrategy.Canary ? deploy.StepTime : TimeSpan.Zero;
                CheckWhole(deploy, deploy.BakeTime + steps, $"{(steps > TimeSpan.Zero ? "'interval' and " : "")}'bake'", problems);
            }
        }
    }

    private static void CheckLinear(DeployModel deploy, ProblemList problems)
    {
        var step = deploy.Step.Value;
        if (step < SmallestStep)
        {
            problems.Add(deploy.MarkOf("step"), ErrorCodes.OutOfRange, FormattableString.Invariant($"'step' is {step}%, but a linear shift has steps of at least {SmallestStep}%."));
            return;
        }

        var pauses = Math.Ceiling(100 / step) - 1;
        var whole = deploy.BakeTime + (deploy.StepTime * pauses);
        if (whole > LongestShift)
        {
            problems.Add(
                deploy.MarkOfLatest("interval", "step", "bake"),
                ErrorCodes.DeployStrategy,
                $"The shift would take {Duration.Format(whole)} ({pauses} times 'interval', then 'bake'), but CloudFormation allows {LongestShift.TotalHours}h. Shorten 'interval', or make 'step' larger.");
        }
        else if (deploy.Pause is not null)
        {
            CheckWhole(deploy, whole, "'interval' and 'bake'", problems);
        }
    }

    private static void CheckWhole(DeployModel deploy, TimeSpan shift, string parts, ProblemList problems)
    {
        if (shift + deploy.Pause!.Timeout is var whole && whole > LongestShift)
        {
            problems.Add(
                deploy.MarkOf("pause"),
                ErrorCodes.DeployStrategy,
                $"The rollout could take {Duration.Format(whole)} ({parts}, and the pause until its 'timeout'), but CloudFormation allows {LongestShift.TotalHours}h. Shorten 'timeout'.");
        }
    }
}
