using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;

namespace Landfall.Config;

/// <summary>Turns a valid configuration into the plan of one environment.</summary>
public static class PlanResolver
{
    /// <summary>Resolves an environment. The same arguments give the same plan.</summary>
    /// <param name="config">A valid configuration.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="context">Facts recorded by <c>landfall network plan</c>, or null when there are none.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LandfallException">
    /// There is no such environment, or it imports a network whose facts have not been recorded.
    /// </exception>
    public static AppPlan Resolve(AppConfig config, string environment, NetworkContext? context)
    {
        var settings = config.SettingsOf(environment);
        var facts = context?.Environments.GetValueOrDefault(environment);
        var network = NetworkResolver.Resolve(config.Root, settings, environment, context, facts);
        return new AppPlan
        {
            App = config.App,
            Environment = environment,
            Account = settings.Account,
            Region = settings.Region!,
            Protect = settings.Protect,
            Tags = Ordering.Sorted(settings.Tags),
            Notify = settings.Notify,
            Domain = Domain(settings.Domain, facts),
            NightSchedule = NightSchedule(settings.Schedule),
            Network = network,
            Databases = DataResolver.Databases(settings, config.App),
            Tables = DataResolver.Tables(settings),
            Buckets = DataResolver.Buckets(settings),
            Queues = DataResolver.Queues(settings),
            Secrets = Ordering.ByName(settings.Secrets, (name, secret) => new SecretPlan(name, secret.Generate)),
            FileSystems = Ordering.ByName(settings.Files, (name, _) => new FileSystemPlan(name)),
            Auth = DataResolver.Auth(settings.Auth),
            Firewall = settings.Firewall is { } wall ? new FirewallPlan(wall.RateLimit == 0 ? null : wall.RateLimit) : null,
            Services = new ServiceResolver(settings, network).Resolve(),
            Overrides = OverrideResolver.Resolve(settings, new AwsNames(config.App, environment).Stack("")),
            Extend = config.Document.Extend,
        };
    }

    private static DomainPlan? Domain(DomainModel? domain, EnvironmentFacts? facts) =>
        domain is null
            ? null
            : new DomainPlan(domain.Name!, Zones(domain, facts), domain.Certificate, domain.CdnCertificate);

    private static IReadOnlyList<HostedZonePlan> Zones(DomainModel domain, EnvironmentFacts? facts) =>
        domain.Dns == DnsPlace.Elsewhere
            ? []
            : [new(domain.Zone!, domain.ZoneId ?? facts?.HostedZoneId), .. Ordering.Sorted(domain.Zones).Select(zone => new HostedZonePlan(zone.Key, zone.Value))];

    private static NightSchedulePlan? NightSchedule(NightScheduleModel? sleep) =>
        sleep is null
            ? null
            : new NightSchedulePlan(sleep.Stop!.Value, sleep.Start!.Value, sleep.Days.ToUpperInvariant(), sleep.Timezone);
}
