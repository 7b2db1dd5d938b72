using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Services;

/// <summary>A plan in which every type of service and every kind of use occurs.</summary>
internal static class ShopPlan
{
    public static AppPlan Create() => new()
    {
        App = "shop",
        Environment = "dev",
        Account = "111111111111",
        Region = "us-east-1",
        Notify = ["ops@example.com", "https://hooks.example.com/x"],
        Network = new NetworkPlan { Zones = ["us-east-1a", "us-east-1b"] },
        Databases = [new DatabasePlan { Name = "orders", Engine = DatabaseEngine.AuroraPostgresql, Version = "16", DatabaseName = "orders" }],
        Tables = [new TablePlan { Name = "audit", PartitionKey = new KeyPlan("id") }],
        Buckets = [new BucketPlan { Name = "uploads" }],
        Queues = [new QueuePlan { Name = "emails" }],
        Secrets = [new SecretPlan("stripe")],
        FileSystems = [new FileSystemPlan("media")],
        Auth = new AuthPlan { LocalPorts = [3000] },
        Firewall = new FirewallPlan(),
        Services = [Api(), Backend(), Load(), Mailer(), Nightly()],
    };

    public static WebServicePlan Api() => new()
    {
        Name = "api",
        Image = new ImagePlan { Build = new ImageBuildPlan("./api", "Dockerfile", null, new Dictionary<string, string>()), Tag = "abc", Digest = "sha256:00" },
        Path = "/api/*",
        Health = new HealthCheckPlan { Path = "/api/health" },
        Cpu = 1024,
        Memory = 2048,
        Env = new Dictionary<string, string> { ["LOG_LEVEL"] = "info" },
        Scale = new ScalePlan { Min = 2, Max = 10, Cpu = 60, Requests = 500 },
        Deploy = new DeployPlan(DeployStrategy.BlueGreen, TimeSpan.FromMinutes(10), 10, TimeSpan.FromMinutes(1)),
        Alarms = new AlarmPlan(1, TimeSpan.FromMilliseconds(800), 1000, true),
        ContainerHealth = new ContainerHealthPlan("curl -f localhost", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), 3, TimeSpan.FromSeconds(10)),
        Volumes = [new VolumePlan("media", "/media", false)],
        Sidecars = [new SidecarPlan("otel", "public.ecr.aws/aws-observability/aws-otel-collector:latest", 4317, [], new Dictionary<string, string>(), false)],
        Uses =
        [
            Use("orders", UseKind.Database), Use("audit", UseKind.Table), Use("uploads", UseKind.Bucket, UseAccess.Read),
            Use("emails", UseKind.Queue), Use("stripe", UseKind.Secret), Use("backend", UseKind.Service), Use("auth", UseKind.Auth),
        ],
    };

    public static InternalServicePlan Backend() => new()
    {
        Name = "backend",
        Image = new ImagePlan { Reference = "222222222222.dkr.ecr.us-east-1.amazonaws.com/backend:1" },
        LoadBalancer = true,
        Exec = true,
        SpotPercent = 40,
        Alarms = new AlarmPlan(1, null, null, true),
    };

    public static WorkerServicePlan Mailer() => new()
    {
        Name = "mailer",
        Image = new ImagePlan { Reference = "public.ecr.aws/docker/library/python:3.13" },
        Queue = "emails",
        Scale = new ScalePlan { Min = 0, Max = 20, Backlog = 100 },
        Uses = [Use("emails", UseKind.QueueConsumer)],
    };

    public static JobServicePlan Nightly() => new()
    {
        Name = "nightly",
        Image = new ImagePlan { Reference = "public.ecr.aws/docker/library/python:3.13" },
        Schedule = "cron(0 3 * * ? *)",
        TimeZone = "Europe/Berlin",
        Retries = 2,
        Uses = [Use("api", UseKind.Service)],
    };

    public static LoadTestServicePlan Load() => new()
    {
        Name = "load",
        Image = new ImagePlan { Reference = "public.ecr.aws/docker/library/httpd:2.4" },
        Target = "api",
        RequestPath = "/api/health",
        Uses = [Use("api", UseKind.Service)],
    };

    public static UsePlan Use(string target, UseKind kind, UseAccess access = UseAccess.ReadWrite) =>
        new(target, kind, access, target.ToUpperInvariant());
}
