using Landfall.Operations.Explaining.Rules;

namespace Landfall.Operations.Explaining;

/// <summary>The rules in the order in which they are shown: what keeps tasks from being asked for, from starting, from running, from being well.</summary>
internal static class HealthRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<IHealthRule> All { get; } =
    [
        new NotDeployed(),
        new NoImage(),
        new Asleep(),
        new StackFailed(),
        new QuotaReached(),
        new NoCapacity(),
        new SubnetFull(),
        new ImageMissing(),
        new ArchitectureMismatch(),
        new PullDenied(),
        new PullRateLimit(),
        new SecretMissing(),
        new SecretDenied(),
        new NoRoute(),
        new CannotStart(),
        new OutOfMemory(),
        new ContainerExited(),
        new PortMismatch(),
        new HttpHealth(),
        new ContainerHealth(),
        new RolloutPaused(),
        new RolloutFailed(),
        new AlarmActive(),
    ];
}
