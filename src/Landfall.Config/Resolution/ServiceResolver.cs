using Landfall.Config.Model;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Resolution;

/// <summary>Resolves the services.</summary>
internal sealed class ServiceResolver(SettingsModel settings, NetworkPlan network)
{
    private const string LoadTestImage = "public.ecr.aws/docker/library/httpd:2.4";
    private readonly UseResolver _uses = new(settings);
    private readonly bool _protect = settings.Protect ?? false;

    /// <summary>The services, in order of name.</summary>
    public IReadOnlyList<ServicePlan> Resolve()
    {
        var web = settings.Services.Where(pair => pair.Value.Type == ServiceType.Web).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToArray();
        var priorities = ListenerPriorities.Assign([.. web.Select(name => (settings.Services[name].Host, settings.Services[name].PathPattern))]);
        return Ordering.ByName(settings.Services, (name, model) => Service(name, model, Array.IndexOf(web, name) is >= 0 and var i ? priorities[i] : 0));
    }

    private ServicePlan Service(string name, ServiceModel model, int priority) => model.Type switch
    {
        ServiceType.Web => Container(Web(name, model, priority), model),
        ServiceType.Internal => Container(Internal(name, model), model),
        ServiceType.Worker => Container(new WorkerServicePlan { Name = name, Image = Image(model.Image!), Queue = model.Queue! }, model),
        ServiceType.Job => Container(Job(name, model), model),
        ServiceType.LoadTest => Container(LoadTest(name, model), model),
        _ => Site(name, model),
    };

    private ServicePlan Container(ContainerServicePlan plan, ServiceModel model)
    {
        plan = plan with
        {
            Uses = _uses.Resolve(model),
            Command = model.Command,
            Cpu = model.CpuUnits,
            Memory = (int)(model.Memory?.MiB ?? FargateSizes.SmallestMemory(model.CpuUnits)),
            Architecture = model.Architecture ?? CpuArchitecture.Arm64,
            Env = Ordering.Sorted(model.Env),
            ContainerHealth = ContainerHealth(model.ContainerHealth),
            LogDays = (int?)model.LogRetention?.TotalDays ?? network.LogDays,
            Exec = model.Exec ?? false,
            ReadOnlyRoot = model.ReadOnly ?? true,
            User = model.User,
            SpotPercent = model.Spot?.Whole ?? 0,
            Sidecars = Ordering.ByName(model.Sidecars, Sidecar),
            Volumes = Ordering.ByName(model.Volumes, (name, volume) => new VolumePlan(name, volume.Path!, volume.ReadOnly ?? false)),
        };
        return plan is ScaledServicePlan scaled
            ? scaled with
            {
                Scale = ScaleResolver.Resolve(model.Scale, _protect && plan is not WorkerServicePlan ? 2 : 1),
                Deploy = Deploy(model.Deploy),
                Alarms = new AlarmPlan(
                    model.Alarms?.ErrorRate?.Value,
                    model.Alarms?.LatencyP99,
                    model.Alarms?.RequestCount,
                    model.Alarms?.UnhealthyTasks ?? true),
            }
            : plan;
    }

    private static WebServicePlan Web(string name, ServiceModel model, int priority) => new()
    {
        Name = name,
        Image = Image(model.Image!),
        Port = model.ContainerPort,
        Path = model.PathPattern,
        Host = model.Host,
        Priority = priority,
        Health = Health(model.Health),
        RequireSignIn = model.SignIn ?? false,
    };

    private static InternalServicePlan Internal(string name, ServiceModel model) => new()
    {
        Name = name,
        Image = Image(model.Image!),
        Port = model.ContainerPort,
        LoadBalancer = model.LoadBalancer ?? false,
        Health = Health(model.Health),
    };

    private static JobServicePlan Job(string name, ServiceModel model)
    {
        AwsSchedule.Translate(model.Schedule!.At!, out var schedule);
        return new JobServicePlan
        {
            Name = name,
            Image = Image(model.Image!),
            Schedule = schedule,
            TimeZone = model.Schedule.Timezone ?? "UTC",
            Timeout = model.Timeout ?? TimeSpan.FromHours(1),
            Retries = model.Retries ?? 0,
            Enabled = model.Enabled ?? true,
        };
    }

    private static LoadTestServicePlan LoadTest(string name, ServiceModel model) => new()
    {
        Name = name,
        Image = new ImagePlan { Reference = LoadTestImage },
        Target = model.Target!,
        RequestPath = model.Path ?? "/",
        Requests = model.Requests ?? 50,
        Concurrency = model.Concurrency ?? 2,
        Pause = model.Pause ?? TimeSpan.FromSeconds(5),
        Tasks = model.Enabled == true ? 1 : 0,
    };

    private SiteServicePlan Site(string name, ServiceModel model)
    {
        var apiPath = model.Api is { } api ? settings.Services[api].Path : null;
        return new SiteServicePlan
        {
            Name = name,
            Uses = _uses.Resolve(model),
            Source = model.Source ?? ".",
            BuildCommand = model.Build?.Command,
            Output = model.Build?.Output ?? ".",
            Api = model.Api,
            ApiPath = model.ApiPath ?? (apiPath is null or "/*" ? "/api/*" : apiPath),
            Index = model.Index ?? "index.html",
            SinglePage = model.SinglePage ?? true,
            Cache = model.Cache ?? TimeSpan.FromDays(1),
            CorsOrigins = model.Cors,
        };
    }

    private static ImagePlan Image(ImageModel model) => new()
    {
        Reference = model.Reference,
        Build = model.Build is { } build
            ? new ImageBuildPlan(build.Context!, build.Dockerfile ?? "Dockerfile", build.Target, Ordering.Sorted(build.Args))
            : null,
    };

    private static HealthCheckPlan Health(HealthModel? model)
    {
        var defaults = new HealthCheckPlan();
        return new HealthCheckPlan
        {
            Path = model?.Path ?? defaults.Path,
            Interval = model?.Interval ?? defaults.Interval,
            Timeout = model?.Timeout ?? defaults.Timeout,
            HealthyThreshold = model?.HealthyThreshold ?? defaults.HealthyThreshold,
            UnhealthyThreshold = model?.UnhealthyThreshold ?? defaults.UnhealthyThreshold,
            Codes = model?.Codes ?? defaults.Codes,
            GracePeriod = model?.GracePeriod ?? defaults.GracePeriod,
        };
    }

    private static ContainerHealthPlan? ContainerHealth(ContainerHealthModel? model) =>
        model is null
            ? null
            : new ContainerHealthPlan(
                model.Command!,
                model.Interval ?? TimeSpan.FromSeconds(30),
                model.Timeout ?? TimeSpan.FromSeconds(5),
                model.Retries ?? 3,
                model.StartPeriod ?? TimeSpan.FromSeconds(30));

    private static DeployPlan Deploy(DeployModel? model)
    {
        var strategy = model?.Strategy ?? DeployStrategy.Rolling;
        return new DeployPlan(
            strategy,
            model?.Bake ?? (strategy == DeployStrategy.Rolling ? TimeSpan.Zero : DeployModel.DefaultBake),
            model?.Step?.Value ?? DeployModel.DefaultStep,
            model?.Interval ?? DeployModel.DefaultInterval);
    }

    private static SidecarPlan Sidecar(string name, SidecarModel model) =>
        new(name, model.Image!, model.Port, model.Command, Ordering.Sorted(model.Env), model.Essential ?? true);
}
