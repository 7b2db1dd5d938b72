using Landfall.Config.Binding;
using Landfall.Config.Imports;
using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;
using Landfall.Config.Stacks;
using Landfall.Config.Values;

namespace Landfall.Config;

/// <summary>Turns a valid configuration into the plan of one environment.</summary>
public static class PlanResolver
{
    /// <summary>Resolves an environment. The same arguments give the same plan.</summary>
    /// <param name="config">A valid configuration.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="context">Facts recorded in <c>landfall.context.json</c>, or null when there are none.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LandfallException">
    /// There is no such environment, or it imports a network whose facts have not been recorded.
    /// </exception>
    public static AppPlan Resolve(AppConfig config, string environment, KnownFacts? context)
    {
        var settings = config.SettingsOf(environment);
        var facts = context?.Environments.GetValueOrDefault(config.RecordedAs(environment));
        var network = NetworkResolver.Resolve(config.Root, settings, environment, context, facts);
        return new AppPlan
        {
            App = config.App,
            Environment = environment,
            Account = settings.Account,
            Profile = settings.Profile,
            Region = settings.Region!,
            Protect = settings.Protect,
            Tags = Ordering.Sorted(settings.Tags),
            Notify = NotifyResolver.Addresses(settings),
            Chats = NotifyResolver.Chats(settings),
            Runbooks = settings.Runbooks,
            Budget = settings.Budget is { } budget ? new BudgetPlan(budget.Monthly!.Value, budget.Actual.Value, budget.Forecast.Value) : null,
            Dashboards = settings.Dashboards,
            Telemetry = TelemetryResolver.Resolve(settings),
            Domain = Domain(settings, context?.Of(settings.Account, settings.Region!), facts),
            NightSchedule = NightSchedule(settings.Schedule),
            Operate = OperateResolver.Resolve(settings.Operate),
            Network = network,
            Databases = DataResolver.Databases(settings, config.App),
            Tables = DataResolver.Tables(settings),
            Buckets = DataResolver.Buckets(settings),
            Queues = DataResolver.Queues(settings),
            Secrets = Ordering.ByName(settings.Secrets, (name, secret) => new SecretPlan(name, secret.Generate)),
            FileSystems = Ordering.ByName(settings.Files, (name, _) => new FileSystemPlan(name)),
            Auth = DataResolver.Auth(settings.Auth),
            Firewall = settings.Firewall is { } wall ? new FirewallPlan(wall.RateLimit == 0 ? null : wall.RateLimit) : null,
            CdnPrefixList = context?.Of(settings.Account, settings.Region!)?.CdnPrefixList is { Length: > 0 } list ? list : null,
            Quotas = Ordering.Sorted(context?.Of(settings.Account, settings.Region!)?.Quotas ?? new Dictionary<string, double>()),
            Services = new ServiceResolver(settings, network).Resolve(),
            Overrides = OverrideResolver.Resolve(settings, new AwsNames(config.App, environment).Stack("")),
            Extend = config.Document.Extend,
            Preview = config.PreviewOf(environment) is { } preview ? new PreviewPlan(preview.Of, preview.Limit) : null,
        };
    }

    /// <summary>Resolves a pipeline. The same arguments give the same plan.</summary>
    /// <param name="config">A valid configuration.</param>
    /// <param name="pipeline">The pipeline's name; empty for the one of <c>pipeline</c>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LandfallException">There is no such pipeline.</exception>
    public static PipelinePlan ResolvePipeline(AppConfig config, string pipeline) =>
        PipelineResolver.Resolve(config, pipeline, config.Document.AllPipelines.FirstOrDefault(pair => pair.Key == pipeline).Value
            ?? throw new LandfallException(
                ErrorCodes.UnknownPipeline,
                config.PipelineNames.Count == 0
                    ? "The file has no pipeline. Give it one under 'pipeline'."
                    : $"There is no pipeline '{pipeline}'. There is {string.Join(", ", config.PipelineNames)}.{Suggestion.DidYouMean(pipeline, config.PipelineNames)}"));

    /// <summary>Puts a pipeline in the place of an environment: what deploys an environment deploys a pipeline's stack too.</summary>
    /// <param name="config">The configuration that the pipeline is of.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>A plan with the pipeline and nothing else.</returns>
    public static AppPlan ResolvePipelineStack(AppConfig config, PipelinePlan pipeline) => PipelineResolver.InPlaceOfAnEnvironment(config, pipeline);

    private static DomainPlan? Domain(SettingsModel settings, RegionFacts? region, EnvironmentFacts? facts) =>
        settings.Domain is not { } domain
            ? null
            : new DomainPlan(domain.Name!, Zones(settings, domain, region, facts), domain.Certificate ?? facts?.Certificate, domain.CdnCertificate ?? facts?.CdnCertificate, domain.Hsts);

    private static IReadOnlyList<HostedZonePlan> Zones(SettingsModel settings, DomainModel domain, RegionFacts? region, EnvironmentFacts? facts)
    {
        if (domain.Dns == DnsPlace.Elsewhere)
        {
            return [];
        }

        var given = Ordering.Sorted(domain.Zones).Select(zone => new HostedZonePlan(zone.Key, zone.Value));
        var found = NeededFacts.PublicNames(settings).Select(name => region?.HostedZoneOf(name)).OfType<string>().Distinct().Order(StringComparer.Ordinal)
            .Select(zone => new HostedZonePlan(zone, region!.HostedZones[zone])).ToArray();
        return found.Any(zone => HostNames.IsWithin(domain.Name!, zone.Name))
            ? [.. found, .. given]
            : [new(domain.Zone!, domain.ZoneId ?? facts?.HostedZoneId), .. found, .. given];
    }

    private static NightSchedulePlan? NightSchedule(NightScheduleModel? sleep) =>
        sleep is null
            ? null
            : new NightSchedulePlan(sleep.Stop!.Value, sleep.Start!.Value, sleep.Days.ToUpperInvariant(), sleep.Timezone)
            {
                Holidays = [.. sleep.Holidays.Distinct().Order()],
            };
}
