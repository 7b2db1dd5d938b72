using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>One environment in which every feature of the file occurs, deployed once for all tests that only look.</summary>
public sealed class KitchenSink : IAsyncLifetime
{
    private const string File =
        """
        app: sink
        region: us-east-1
        notify: [ops@example.com, { slack: stripe }]
        budget: 500
        telemetry: { backend: datadog, mode: gateway, token: stripe }
        environments:
          main:
            domain: { name: sink.example.com, zone: example.com, zoneId: Z0123456789EXAMPLE01 }
        network: { cidr: 10.30.0.0/16, zones: 3, nat: perZone, logRetention: 14d }
        databases:
          orders: { engine: aurora-mysql, capacity: { min: 0, max: 2, pauseAfter: 10m }, dataApi: true, rotation: { enabled: false } }
          ledger: { engine: mysql, version: "8.4", storage: 30, multiAz: true, backup: 14d, deletionProtection: false }
        tables: { audit: { partitionKey: id, indexes: { byAt: { partitionKey: { name: at, type: number } } }, capacity: { read: 5, write: 4 } } }
        buckets: { uploads: { cors: ["https://sink.example.com"], expire: 30d } }
        queues: { emails: { fifo: true, visibility: 2m, retries: 3, delay: 5s, retention: 10d }, work: {} }
        secrets: { stripe: {}, session: { generate: 50 } }
        files: { shared: {} }
        auth: { signIn: [email, userName], password: { length: 10, symbol: false }, callbacks: ["https://other.example.com/cb"], localPorts: [3000] }
        firewall: { rateLimit: 1000 }
        x-image: &image { image: public.ecr.aws/nginx/nginx:1.27 }
        services:
          blue:
            <<: *image
            type: web
            path: /blue/*
            signIn: true
            health: { path: /up, healthyThreshold: 3, unhealthyThreshold: 2 }
            deploy: { strategy: blueGreen, bake: 10m }
            alarms: { errorRate: 1%, latencyP99: 800ms, requestCount: 1000 }
            scale: { min: 2, max: 6, cpu: 60, memory: 70, requests: 500, schedules: { morning: { at: "0 8 * * mon-fri", timezone: Europe/Berlin, min: 4, max: 6 } } }
            uses: [orders, audit, uploads, emails, stripe, auth]
            sidecars: { proxy: { image: "public.ecr.aws/nginx/nginx:1.27", port: 9000, essential: false, env: { A: b } } }
            volumes: { shared: /data }
            exec: true
            spot: 40
            logRetention: 7d
          line: { <<: *image, type: web, path: /line/*, deploy: { strategy: linear, step: 25, interval: 2m, bake: 3m }, uses: [back] }
          can: { <<: *image, type: web, telemetry: { instrument: java, sampling: 10% }, host: can.sink.example.com, deploy: { strategy: canary, step: 5, interval: 4m } }
          back: { <<: *image, type: internal, loadBalancer: true, containerHealth: "curl -f http://localhost:8080/", uses: [ledger] }
          stepper: { <<: *image, type: worker, queue: emails, scale: { min: 0, max: 10, steps: [{ above: 1, add: 1 }, { above: 100, add: 3 }] } }
          backlog: { <<: *image, type: worker, queue: work, scale: { min: 0, max: 10, backlog: 50 } }
          nightly: { <<: *image, type: job, schedule: { at: "0 3 * * *", timezone: Europe/Berlin }, timeout: 2h, retries: 2, uses: [orders, back] }
          page: { type: site, source: ./page, api: blue, apiPath: /blue/*, cors: ["https://x.example.com"] }
          load: { type: loadTest, target: blue, requests: 100, concurrency: 5, pause: 10s, enabled: true, path: /blue/up }
        """;

    public LocalCloud Cloud { get; } = new();

    public JsonNode Report { get; private set; } = new JsonObject();

    public async ValueTask InitializeAsync()
    {
        await Cloud.InitializeAsync();
        var folder = Cloud.Project(File);
        Directory.CreateDirectory(Path.Combine(folder, "page"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "page", "index.html"), "<!doctype html><title>Page</title>");
        Report = await Cloud.DeployAsync(folder, "main");
    }

    public ValueTask DisposeAsync() => Cloud.DisposeAsync();

    /// <summary>What an operation of the AWS CLI answers to a query.</summary>
    public Task<JsonNode> AskAsync(string service, string operation, string query, params string[] arguments) =>
        Cloud.AwsAsync([service, operation, "--query", query, .. arguments]);

    /// <summary>The texts that an operation of the AWS CLI answers to a query, sorted.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string service, string operation, string query, params string[] arguments) =>
        [.. (await AskAsync(service, operation, query, arguments)).AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal)];

    /// <summary>A service as ECS describes it.</summary>
    public async Task<JsonNode> ServiceAsync(string name) =>
        await AskAsync("ecs", "describe-services", "services[0]", "--cluster", "sink-main", "--services", name);

    /// <summary>The task definition that a service runs.</summary>
    public Task<JsonNode> TaskAsync(string name) => AskAsync("ecs", "describe-task-definition", "taskDefinition", "--task-definition", $"sink-main-{name}");

    /// <summary>A parameter of the environment.</summary>
    public async Task<string> ParameterAsync(string path) =>
        (string)(await AskAsync("ssm", "get-parameter", "Parameter.Value", "--name", $"/sink/main/{path}"))!;

    /// <summary>What a security group admits: the port and the security groups that may use it.</summary>
    public async Task<IReadOnlyList<(int Port, string Source)>> AdmittedAsync(string group) =>
    [
        .. (await AskAsync("ec2", "describe-security-groups", "SecurityGroups[0].IpPermissions", "--group-ids", group)).AsArray()
            .SelectMany(rule => rule!["UserIdGroupPairs"]!.AsArray().Select(pair => ((int)rule["FromPort"]!, (string)pair!["GroupId"]!)))
            .Order(),
    ];
}
