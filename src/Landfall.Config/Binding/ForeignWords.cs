using Landfall.Config.Model;
using Landfall.Config.Plan;

namespace Landfall.Config.Binding;

/// <summary>
/// Words that other tools have for a value (Copilot's manifests, Compose, Kubernetes, the AWS APIs, Docker's platforms), and what it is here.
/// </summary>
internal static class ForeignWords
{
    /// <remarks>
    /// "For services using the blue/green (CODE_DEPLOY) deployment controller, only the desired count, deployment configuration, health
    /// check grace period, task placement constraints and strategies, enable ECS managed tags option, and propagate tags can be updated
    /// using this API. If the network configuration, platform version, task definition, or load balancer need to be updated, create a
    /// new CodeDeploy deployment": Amazon ECS API Reference, UpdateService, which is what CloudFormation calls.
    /// </remarks>
    private const string CodeDeploy =
        "CloudFormation cannot change the task definition of a service that CodeDeploy deploys. Use ECS's own blueGreen, linear or canary, which shift traffic, bake and roll back by alarms alike.";

    private const string Web = "What the load balancer sends requests from outside to is 'web'.";
    private const string Internal = "What only other services reach is 'internal'.";
    private const string Worker = "What consumes a queue is 'worker'.";
    private const string Job = "What runs on a schedule and ends is 'job'.";
    private const string Site = "Files for browsers are 'site'.";
    private const string NoFunctions = "Functions do not exist here: what answers requests is 'web', what consumes a queue 'worker', what runs on a schedule 'job'.";
    private const string Arm = "The ARM processors are 'arm64'.";
    private const string Intel = "The processors of Intel and AMD are 'x86'.";
    private const string NotOffered = "Landfall makes PostgreSQL and MySQL; another database is a resource of your own, with 'extend'.";
    private const string Rolling = "Replacing tasks step by step is 'rolling'.";
    private const string Http = "The load balancer ends TLS; what it speaks to the container is 'http', 'http2' or 'grpc'.";
    private const string Tcp = "What is not HTTP is 'tcp'.";
    private const string Nat = "NAT gateways are 'one' for the whole network or 'perZone'.";

    // By the word in small letters, without spaces, hyphens and underscores: tools differ in these.
    private static readonly Dictionary<(Type Words, string Word), string> Known = new()
    {
        [(typeof(DeployStrategy), "codedeploy")] = CodeDeploy,
        [(typeof(DeployStrategy), "rollingupdate")] = Rolling,
        [(typeof(DeployStrategy), "ecs")] = Rolling,
        [(typeof(DeployStrategy), "default")] = Rolling,
        [(typeof(DeployStrategy), "recreate")] = "Tasks are never all stopped before their successors start; the nearest is 'rolling'.",
        [(typeof(DeployStrategy), "allatonce")] = "What moves all requests at once is 'blueGreen'.",
        [(typeof(ServiceType), "loadbalancedwebservice")] = Web,
        [(typeof(ServiceType), "requestdrivenwebservice")] = Web,
        [(typeof(ServiceType), "webservice")] = Web,
        [(typeof(ServiceType), "public")] = Web,
        [(typeof(ServiceType), "http")] = Web,
        [(typeof(ServiceType), "api")] = Web,
        [(typeof(ServiceType), "loadbalancer")] = Web,
        [(typeof(ServiceType), "frontend")] = "A front end that is a program is 'web'; one that is files is 'site'.",
        [(typeof(ServiceType), "backendservice")] = Internal,
        [(typeof(ServiceType), "backend")] = Internal,
        [(typeof(ServiceType), "private")] = Internal,
        [(typeof(ServiceType), "privateservice")] = Internal,
        [(typeof(ServiceType), "clusterip")] = Internal,
        [(typeof(ServiceType), "workerservice")] = Worker,
        [(typeof(ServiceType), "queue")] = Worker,
        [(typeof(ServiceType), "consumer")] = Worker,
        [(typeof(ServiceType), "backgroundworker")] = Worker,
        [(typeof(ServiceType), "scheduledjob")] = Job,
        [(typeof(ServiceType), "scheduledtask")] = Job,
        [(typeof(ServiceType), "cron")] = Job,
        [(typeof(ServiceType), "cronjob")] = Job,
        [(typeof(ServiceType), "task")] = Job,
        [(typeof(ServiceType), "batch")] = Job,
        [(typeof(ServiceType), "staticsite")] = Site,
        [(typeof(ServiceType), "static")] = Site,
        [(typeof(ServiceType), "spa")] = Site,
        [(typeof(ServiceType), "website")] = Site,
        [(typeof(ServiceType), "lambda")] = NoFunctions,
        [(typeof(ServiceType), "function")] = NoFunctions,
        [(typeof(CpuArchitecture), "arm")] = Arm,
        [(typeof(CpuArchitecture), "aarch64")] = Arm,
        [(typeof(CpuArchitecture), "linux/arm64")] = Arm,
        [(typeof(CpuArchitecture), "linux/arm64/v8")] = Arm,
        [(typeof(CpuArchitecture), "graviton")] = Arm,
        [(typeof(CpuArchitecture), "amd64")] = Intel,
        [(typeof(CpuArchitecture), "x8664")] = Intel,
        [(typeof(CpuArchitecture), "x64")] = Intel,
        [(typeof(CpuArchitecture), "intel")] = Intel,
        [(typeof(CpuArchitecture), "linux/amd64")] = Intel,
        [(typeof(CpuArchitecture), "linux/x8664")] = Intel,
        [(typeof(DatabaseEngine), "postgres")] = "PostgreSQL on RDS is 'postgresql', on Aurora 'aurora-postgresql'.",
        [(typeof(DatabaseEngine), "pg")] = "PostgreSQL on RDS is 'postgresql', on Aurora 'aurora-postgresql'.",
        [(typeof(DatabaseEngine), "aurora")] = "Aurora is 'aurora-postgresql' or 'aurora-mysql'.",
        [(typeof(DatabaseEngine), "aurorapostgres")] = "PostgreSQL on Aurora is 'aurora-postgresql'.",
        [(typeof(DatabaseEngine), "mariadb")] = NotOffered,
        [(typeof(DatabaseEngine), "oracle")] = NotOffered,
        [(typeof(DatabaseEngine), "sqlserver")] = NotOffered,
        [(typeof(DatabaseEngine), "mongodb")] = NotOffered,
        [(typeof(DatabaseEngine), "docdb")] = NotOffered,
        [(typeof(DatabaseEngine), "redis")] = NotOffered,
        [(typeof(DatabaseEngine), "valkey")] = NotOffered,
        [(typeof(DatabaseEngine), "dynamodb")] = "DynamoDB's tables are 'tables'.",
        [(typeof(KeyType), "s")] = "DynamoDB's S is 'string'.",
        [(typeof(KeyType), "n")] = "DynamoDB's N is 'number'.",
        [(typeof(KeyType), "b")] = "DynamoDB's B is 'binary'.",
        [(typeof(KeyType), "int")] = "Every number is 'number'.",
        [(typeof(KeyType), "integer")] = "Every number is 'number'.",
        [(typeof(NatMode), "true")] = Nat,
        [(typeof(NatMode), "gateway")] = Nat,
        [(typeof(NatMode), "single")] = "One NAT gateway for the whole network is 'one'.",
        [(typeof(NatMode), "1")] = "One NAT gateway for the whole network is 'one'.",
        [(typeof(NatMode), "ha")] = "A NAT gateway in each zone is 'perZone'.",
        [(typeof(NatMode), "false")] = "No NAT gateway is 'none'.",
        [(typeof(NatMode), "0")] = "No NAT gateway is 'none'.",
        [(typeof(SiteRouting), "singlepage")] = "A single-page application is 'spa'.",
        [(typeof(SiteRouting), "static")] = "Each page as its file is 'files'.",
        [(typeof(PortProtocol), "https")] = Http,
        [(typeof(PortProtocol), "tls")] = Http,
        [(typeof(PortProtocol), "http1")] = "HTTP/1.1 is 'http'.",
        [(typeof(PortProtocol), "http/1.1")] = "HTTP/1.1 is 'http'.",
        [(typeof(PortProtocol), "h2")] = "HTTP/2 is 'http2'.",
        [(typeof(PortProtocol), "http/2")] = "HTTP/2 is 'http2'.",
        [(typeof(PortProtocol), "websocket")] = "WebSocket begins as HTTP: 'http'.",
        [(typeof(PortProtocol), "ws")] = "WebSocket begins as HTTP: 'http'.",
        [(typeof(PortProtocol), "udp")] = Tcp + " UDP cannot be received.",
        [(typeof(TelemetryBackend), "datadogagent")] = "Datadog is 'datadog'.",
        [(typeof(TelemetryBackend), "dd")] = "Datadog is 'datadog'.",
        [(typeof(TelemetryBackend), "grafana")] = "Grafana's service is 'grafanaCloud'; a Grafana of your own reads 'prometheus' or 'amp'.",
        [(typeof(TelemetryBackend), "managedprometheus")] = "Amazon's Prometheus is 'amp'.",
        [(typeof(TelemetryBackend), "aps")] = "Amazon's Prometheus is 'amp'.",
        [(typeof(TelemetryBackend), "xray")] = "Traces go to X-Ray with 'cloudwatch'.",
        [(typeof(TelemetryBackend), "opentelemetry")] = "A collector that speaks OpenTelemetry's protocol is 'otlp'.",
        [(typeof(TelemetryBackend), "honeycomb")] = "What takes OpenTelemetry's protocol is 'otlp'.",
        [(typeof(TelemetryBackend), "newrelic")] = "What takes OpenTelemetry's protocol is 'otlp'.",
        [(typeof(TelemetryBackend), "dynatrace")] = "What takes OpenTelemetry's protocol is 'otlp'.",
    };

    /// <summary>The right form of another tool's word.</summary>
    /// <param name="words">The enumeration.</param>
    /// <param name="word">The word that it has not.</param>
    /// <returns>What to know of it, or null when the word is no other tool's that is known.</returns>
    public static string? Advice(Type words, string word) =>
        Known.GetValueOrDefault((words, string.Concat(word.Where(letter => letter is not (' ' or '-' or '_'))).ToLowerInvariant()));
}
