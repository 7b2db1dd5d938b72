using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>A service. Which keys it has depends on its type.</summary>
internal sealed record ServiceModel : RenamableModel
{
    [Key("What the service is.", Required = true)]
    public ServiceType? Type { get; init; }

    [Key("The container image: a registry reference, or how to build it.", Required = true, For = ServiceTypes.Imaged)]
    public ImageModel? Image { get; init; }

    [Key("The command in place of the image's own.", Verbatim = true, For = ServiceTypes.Imaged, Loose = true, MinItems = 1)]
    public IReadOnlyList<string> Command { get; init; } = [];

    [Key("The port that the container listens on.", For = ServiceTypes.Listening, Min = 1, Max = 65535)]
    public int Port { get; init; } = 8080;

    [Key("What the service speaks on its port.", For = ServiceTypes.Listening)]
    public PortProtocol Protocol { get; init; } = PortProtocol.Http;

    [Key("The load balancer's path pattern, or the path that a load test requests.", For = ServiceTypes.Web | ServiceTypes.LoadTest,
        Pattern = "/\\S{0,127}", PatternMeaning = "a path of at most 128 characters that begins with a slash", Default = "/*, or the apiPath of the site in front of it (loadTest: /)")]
    public string? Path { get; init; }

    [Key("The host names that the service answers to; *.example.com is every name one label below.", For = ServiceTypes.Web | ServiceTypes.Site, OrOne = true, MinItems = 1,
        Default = "web: every host; site: the domain where no other site has it, else the site's name below the domain")]
    public IReadOnlyList<string> Host { get; init; } = [];

    [Key("Only signed-in users get through the load balancer; needs 'auth' and 'domain'.", For = ServiceTypes.Web)]
    public bool SignIn { get; init; }

    [Key("The health check of the target group: a path, or details.", For = ServiceTypes.Listening)]
    public HealthModel Health { get; init; } = new();

    [Key("The check inside the container: a command for its shell, or details.", For = ServiceTypes.Imaged)]
    public ContainerHealthModel? ContainerHealth { get; init; }

    [Key("An internal load balancer besides Service Connect and private DNS.", For = ServiceTypes.Internal)]
    public bool LoadBalancer { get; init; }

    [Key("The queue whose messages the worker consumes.", For = ServiceTypes.Worker, Required = true)]
    public string? Queue { get; init; }

    [Key("When the job runs: cron with five fields, cron(…) with AWS's six, or rate(…).", For = ServiceTypes.Job, Required = true)]
    public ScheduleModel? Schedule { get; init; }

    [Key("How long a run of a job may take, as a duration, or a request to a web or internal service, as details.", For = ServiceTypes.Job | ServiceTypes.Listening)]
    public TimeoutModel Timeout { get; init; } = new();

    [Key("How often a failed run of the job is tried again.", For = ServiceTypes.Job, Min = 0, Max = 10)]
    public int Retries { get; init; }

    [Key("False keeps the job's schedule but does not run it; true runs the load test.", For = ServiceTypes.Job | ServiceTypes.LoadTest,
        Default = "true for a job, false for a load test")]
    public bool? Enabled { get; init; }

    [Key("CPU units of a task; 1024 are a vCPU. With 'memory' one of Fargate's pairs.", For = ServiceTypes.Container,
        OneOf = ["256", "512", "1024", "2048", "4096", "8192", "16384"])]
    public int Cpu { get; init; } = 256;

    [Key("Memory of a task, in MiB when without a unit.", For = ServiceTypes.Container, Min = 512, Max = 122880, Default = "the smallest that goes with 'cpu'")]
    public Size? Memory { get; init; }

    [Key("Processor architecture.", For = ServiceTypes.Container)]
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    [Key("Environment variables.", Verbatim = true, For = ServiceTypes.Imaged, Loose = true)]
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    [Key("How the number of tasks follows demand.", For = ServiceTypes.Scaled)]
    public ScaleModel Scale { get; init; } = new();

    [Key("How a new version replaces the old one.", For = ServiceTypes.Scaled)]
    public DeployModel Deploy { get; init; } = new();

    [Key("A command that runs once before each new version, with the service's image, role, network and secrets; where it fails, nothing is replaced.", For = ServiceTypes.Scaled)]
    public ReleaseModel? Release { get; init; }

    [Key("Limits whose breach alarms people; errors, latency and unhealthy tasks also roll a deployment back.", For = ServiceTypes.Scaled)]
    public AlarmModel Alarms { get; init; } = new();

    [Key("What the service promises; alarms tell how fast it uses up what it may fail.", For = ServiceTypes.Listening)]
    public SloModel? Slo { get; init; }

    [Key("What the service uses: databases, tables, buckets, queues, secrets, services, 'auth', 'emr'.", For = ServiceTypes.Imaged)]
    public IReadOnlyList<UseModel> Uses { get; init; } = [];

    [Key("How the service takes part in 'telemetry': true or false, or details.", For = ServiceTypes.Imaged)]
    public ServiceTelemetryModel? Telemetry { get; init; }

    [Key("How long logs are kept: one of CloudWatch's steps.", For = ServiceTypes.Container, Default = "the network's 'logRetention'")]
    public TimeSpan? LogRetention { get; init; }

    [Key("Allow shells in running tasks with ECS Exec.", For = ServiceTypes.Imaged)]
    public bool Exec { get; init; }

    [Key("Mount the container's root file system read-only.", For = ServiceTypes.Imaged)]
    public bool ReadOnly { get; init; } = true;

    [Key("Paths that the container may write to in spite of 'readOnly', in memory: for nginx /var/cache/nginx and /run. /tmp always is one.", For = ServiceTypes.Imaged,
        Pattern = "/[^\\s:]+", PatternMeaning = "an absolute path other than /")]
    public IReadOnlyList<string> Writable { get; init; } = [];

    [Key("Time that a container has to end its work when it is told to stop, before it is killed.", For = ServiceTypes.Container,
        Shortest = "2s", Longest = "2m", Default = "30s; of a worker the visibility of its queue, from 30s to 2m")]
    public TimeSpan? StopTimeout { get; init; }

    [Key("The user that the container runs as.", For = ServiceTypes.Imaged, Loose = true, Default = "the image's own",
        Pattern = "[A-Za-z0-9_][A-Za-z0-9_-]*(:[A-Za-z0-9_-]+)?", PatternMeaning = "a user, or user:group")]
    public string? User { get; init; }

    [Key("Share of tasks on Fargate Spot, in percent.", For = ServiceTypes.Scaled, Min = 0, Max = 100)]
    public Percent Spot { get; init; }

    [Key("Containers beside the main one, by name.", For = ServiceTypes.Imaged)]
    public IReadOnlyDictionary<string, SidecarModel> Sidecars { get; init; } = new Dictionary<string, SidecarModel>();

    [Key("Mounted file systems, by the name of the file system.", For = ServiceTypes.Imaged)]
    public IReadOnlyDictionary<string, VolumeModel> Volumes { get; init; } = new Dictionary<string, VolumeModel>();

    [Key("The site's folder, relative to the file.", For = ServiceTypes.Site)]
    public string Source { get; init; } = ".";

    [Key("How the site is built.", For = ServiceTypes.Site)]
    public SiteBuildModel? Build { get; init; }

    [Key("The web service that answers below 'apiPath'.", For = ServiceTypes.Site)]
    public string? Api { get; init; }

    [Key("The path pattern that goes to 'api'.", For = ServiceTypes.Site, Default = "the path of 'api', or /api/* where that is every path",
        Pattern = "/\\S{0,254}", PatternMeaning = "a path that begins with a slash")]
    public string? ApiPath { get; init; }

    [Key("The document that answers for a folder.", For = ServiceTypes.Site)]
    public string Index { get; init; } = "index.html";

    [Key("What answers where no file is published: files, the page 'notFound' with status 404; spa, the index document for paths that look like a page's, as single-page applications need.", For = ServiceTypes.Site)]
    public SiteRouting Routing { get; init; }

    [Key("The page that answers with status 404 for what is not there; where the site has none, a plain one is put there.", For = ServiceTypes.Site,
        Pattern = "[A-Za-z0-9_.$~@+-][A-Za-z0-9_.$/~@+-]{0,250}\\.html", PatternMeaning = "an .html file of the site")]
    public string NotFound { get; init; } = "404.html";

    [Key("How long browsers may keep files other than HTML.", For = ServiceTypes.Site, Shortest = "0s", Longest = "365d")]
    public TimeSpan Cache { get; init; } = TimeSpan.FromDays(1);

    [Key("Origins that may read the site from other sites' pages.", For = ServiceTypes.Site,
        Pattern = "\\*|https?://[^/\\s]+", PatternMeaning = "an origin such as https://shop.example.com")]
    public IReadOnlyList<string> Cors { get; init; } = [];

    [Key("The service under test.", For = ServiceTypes.LoadTest, Required = true)]
    public string? Target { get; init; }

    [Key("Requests in a round.", For = ServiceTypes.LoadTest, Min = 1, Max = 1000000)]
    public int Requests { get; init; } = 50;

    [Key("Requests at a time.", For = ServiceTypes.LoadTest, Min = 1, Max = 10000)]
    public int Concurrency { get; init; } = 2;

    [Key("Pause between rounds.", For = ServiceTypes.LoadTest, Shortest = "0s", Longest = "1h")]
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    [Key("What differs in an environment, by its name.", Overrides = true)]
    public IReadOnlyDictionary<string, ServiceModel> Environments { get; init; } = new Dictionary<string, ServiceModel>();

    /// <summary>True for a service between whose targets a load balancer chooses.</summary>
    public bool IsBalanced => Type == ServiceType.Web || (Type == ServiceType.Internal && LoadBalancer);
}
