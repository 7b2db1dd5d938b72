using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Resolution;

/// <summary>Resolves the services.</summary>
internal sealed class ServiceResolver(SettingsModel settings, NetworkPlan network)
{
    // What ECS has where nothing is said, and the most that Fargate gives (Amazon ECS Developer Guide, "Task definition
    // parameters", stopTimeout).
    private static readonly TimeSpan DefaultStop = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(120);
    private const string LoadTestImage = "public.ecr.aws/docker/library/httpd:2.4";
    private readonly UseResolver _uses = new(settings);
    private readonly Identities _names = new(settings);
    private readonly SiteAddresses _addresses = new(settings);
    private readonly SharedBuilds _builds = new(settings);

    /// <summary>The services, in order of name.</summary>
    public IReadOnlyList<ServicePlan> Resolve()
    {
        // In the order of AWS's names, as the priorities are given out in this order where routes meet.
        var web = settings.Services.Where(pair => pair.Value.Type == ServiceType.Web).OrderBy(pair => _names.Of(pair.Key), StringComparer.Ordinal).ToArray();
        var priorities = ListenerPriorities.Assign([.. web.Select(pair => (pair.Value.Host.Count == 0 ? null : string.Join(',', pair.Value.Host), _addresses.PathOf(pair.Key)))]);
        var services = Ordering.ByIdentity(
            settings.Services,
            (name, title, model) => Service(name, title, model, Array.FindIndex(web, pair => pair.Key == title) is >= 0 and var i ? priorities[i] : 0));
        return settings.Telemetry?.Mode == TelemetryMode.Gateway
            ? [.. services.Append(TelemetryResolver.Gateway(settings, network)).OrderBy(service => service.Name, StringComparer.Ordinal)]
            : services;
    }

    private IReadOnlyList<UsePlan> Uses(ServiceModel model) =>
        model.Type == ServiceType.Site ? _uses.Resolve(model) : [.. _uses.Resolve(model), .. TelemetryResolver.Uses(settings, model)];

    private ServicePlan Service(string name, string title, ServiceModel model, int priority) => model.Type switch
    {
        ServiceType.Web => new WebServicePlan
        {
            Name = name,
            Title = title,
            Uses = Uses(model),
            Image = Image(name, model.Image!),
            Task = Task(model),
            Scale = Scale(model),
            Deploy = Deploy(model.Deploy),
            Release = Release(model.Release),
            Alarms = AlarmResolver.Resolve(settings, model),
            Port = model.Port,
            Protocol = model.Protocol,
            RequestTimeout = new RequestTimeoutPlan(model.Timeout.Request == TimeSpan.Zero ? null : model.Timeout.Request, model.Timeout.Idle),
            Path = _addresses.PathOf(title),
            Hosts = model.Host,
            Priority = priority,
            Health = Health(model.Health, model.Protocol),
            RequireSignIn = model.SignIn,
        },
        ServiceType.Internal => new InternalServicePlan
        {
            Name = name,
            Title = title,
            Uses = Uses(model),
            Image = Image(name, model.Image!),
            Task = Task(model),
            Scale = Scale(model),
            Deploy = Deploy(model.Deploy),
            Release = Release(model.Release),
            Alarms = AlarmResolver.Resolve(settings, model),
            Port = model.Port,
            Protocol = model.Protocol,
            RequestTimeout = new RequestTimeoutPlan(model.Timeout.Request == TimeSpan.Zero ? null : model.Timeout.Request, model.Timeout.Idle),
            LoadBalancer = model.LoadBalancer,
            Health = Health(model.Health, model.Protocol),
        },
        ServiceType.Worker => new WorkerServicePlan
        {
            Name = name,
            Title = title,
            Uses = Uses(model),
            Image = Image(name, model.Image!),
            Task = Task(model),
            Scale = Scale(model),
            Deploy = Deploy(model.Deploy),
            Release = Release(model.Release),
            Alarms = AlarmResolver.Resolve(settings, model),
            Queue = _names.Of(model.Queue!),
        },
        ServiceType.Job => Job(name, title, model),
        ServiceType.LoadTest => LoadTest(name, title, model),
        _ => Site(name, title, model),
    };

    private TaskPlan Task(ServiceModel model) => new()
    {
        Command = model.Command,
        Cpu = model.Cpu,
        Memory = (int)(model.Memory?.MiB ?? FargateSizes.SmallestMemory(model.Cpu)),
        Architecture = model.Architecture,
        Env = Ordering.Sorted(model.Env),
        ContainerHealth = ContainerHealth(model.ContainerHealth),
        LogDays = (int?)model.LogRetention?.TotalDays ?? network.LogDays,
        Exec = model.Exec,
        ReadOnlyRoot = model.ReadOnly,
        WritablePaths = model.Writable,
        StopTimeout = model.StopTimeout ?? StopTimeout(model),
        User = model.User,
        SpotPercent = model.Spot.Whole,
        Sidecars = Ordering.ByName(model.Sidecars, Sidecar),
        Telemetry = TelemetryResolver.Resolve(settings, model),
        Volumes = Ordering.ByName(model.Volumes, (name, volume) => new VolumePlan(name, volume.Path!, volume.ReadOnly)),
    };

    /// <summary>A worker that is told to stop has until its message would be given to another one, as far as Fargate lets it.</summary>
    private TimeSpan StopTimeout(ServiceModel model)
    {
        var visibility = model.Queue is { } queue ? settings.Queues[queue].Visibility : TimeSpan.Zero;
        return TimeSpan.FromSeconds(Math.Clamp(visibility.TotalSeconds, DefaultStop.TotalSeconds, LongestStop.TotalSeconds));
    }

    private ScalePlan Scale(ServiceModel model) =>
        ScaleResolver.Resolve(model.Scale, settings.Protect && model.Type != ServiceType.Worker ? 2 : 1);

    private JobServicePlan Job(string name, string title, ServiceModel model)
    {
        AwsSchedule.Translate(model.Schedule!.At!, out var schedule);
        return new JobServicePlan
        {
            Name = name,
            Title = title,
            Uses = Uses(model),
            Image = Image(name, model.Image!),
            Task = Task(model),
            Schedule = schedule,
            TimeZone = model.Schedule.Timezone,
            Timeout = model.Timeout.Run,
            Retries = model.Retries,
            Enabled = model.Enabled ?? true,
        };
    }

    private LoadTestServicePlan LoadTest(string name, string title, ServiceModel model) => new()
    {
        Name = name,
        Title = title,
        Uses = Uses(model),
        Image = new ImagePlan { Reference = LoadTestImage, Build = null, Released = false, Repository = null, Tag = null, Digest = null },
        Task = Task(model),
        Target = _names.Of(model.Target!),
        RequestPath = model.Path ?? "/",
        Requests = model.Requests,
        Concurrency = model.Concurrency,
        Pause = model.Pause,
        Tasks = model.Enabled == true ? 1 : 0,
    };

    private SiteServicePlan Site(string name, string title, ServiceModel model) => new()
    {
        Name = name,
        Title = title,
        Uses = Uses(model),
        Source = model.Source,
        BuildCommand = model.Build?.Command,
        Output = model.Build?.Output ?? ".", // without a build, the files are those of the source
        Hosts = _addresses.HostsOf(title),
        Routes = _addresses.RoutesOf(title),
        Index = model.Index,
        Routing = model.Routing,
        NotFound = model.NotFound,
        Cache = model.Cache,
        CorsOrigins = model.Cors,
    };

    private ImagePlan Image(string name, ImageModel model) => new()
    {
        Reference = model.Reference,
        Build = model.Build is { } build
            ? new ImageBuildPlan(build.Context!, build.Dockerfile, build.Target, Ordering.Sorted(build.Args))
            : null,
        Released = model.Released,
        Repository = model.Released ? name : model.Build is null ? null : _builds.OwnerOf(model.Build),
        Tag = null,
        Digest = null,
    };

    /// <summary>The load balancer's check.</summary>
    public static HealthCheckPlan Health(HealthModel model, PortProtocol protocol) => new()
    {
        Path = model.Path ?? (protocol == PortProtocol.Grpc ? "/AWS.ALB/healthcheck" : "/"),
        Interval = model.Interval,
        Timeout = model.Timeout,
        HealthyThreshold = model.HealthyThreshold,
        UnhealthyThreshold = model.UnhealthyThreshold,
        Codes = model.Codes ?? (protocol == PortProtocol.Grpc ? "0,12" : "200"),
        GracePeriod = model.GracePeriod,
    };

    private static ContainerHealthPlan? ContainerHealth(ContainerHealthModel? model) =>
        model is null ? null : new ContainerHealthPlan(model.Command!, model.Interval, model.Timeout, model.Retries, model.StartPeriod);

    private static DeployPlan Deploy(DeployModel model) => new(
        model.Strategy,
        model.BakeTime,
        model.Step.Value,
        model.StepTime,
        model.Pause is { } pause ? new PausePlan(pause.At!.Value, pause.Timeout, pause.Then) : null,
        model.Checks.Count == 0 ? [] : [.. model.Checks.Select(Check)],
        model.Judge && model.Strategy is (DeployStrategy.Linear or DeployStrategy.Canary));

    private static CheckPlan Check(CheckModel model) => new(
        model.IsBrowser ? null : model.File,
        model.IsBrowser ? new BrowserCheckPlan(model.File!, model.Image ?? BrowserCheckPlan.DefaultImage, [.. model.Secrets.Distinct().Order(StringComparer.Ordinal)]) : null,
        model.File is null ? new CheckTaskPlan(model.Image, model.Command) : null,
        model.At,
        model.Timeout);

    private static ReleasePlan? Release(ReleaseModel? model) => model is null ? null : new ReleasePlan(model.Command, model.Timeout);

    private static SidecarPlan Sidecar(string name, SidecarModel model) =>
        new(name, model.Image!, model.Port, model.Command, Ordering.Sorted(model.Env), model.Essential);
}
