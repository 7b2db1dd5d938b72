using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Services;

/// <summary>A plan in which every type of service and every kind of use occurs.</summary>
internal static class ShopPlan
{
    /// <summary>The file.</summary>
    public const string Yaml = """
        app: shop
        account: "111111111111"
        region: us-east-1
        environments: { dev: {} }
        notify: [ops@example.com, https://hooks.example.com/x]
        databases: { orders: { engine: aurora-postgresql, database: orders } }
        tables: { audit: { partitionKey: id } }
        buckets: { uploads: {} }
        queues: { emails: {} }
        secrets: { stripe: {} }
        files: { media: {} }
        auth: { localPorts: [3000] }
        firewall: {}
        services:
          api:
            type: web
            image: { build: ./api }
            path: /api/*
            health: /api/health
            cpu: 1024
            memory: 2048
            env: { LOG_LEVEL: info }
            scale: { min: 2, max: 10, cpu: 60, requests: 500 }
            deploy: { strategy: blueGreen, bake: 10m }
            alarms: { errorRate: 1%, latencyP99: 800ms, requestCount: 1000 }
            containerHealth: { command: curl -f localhost, startPeriod: 10s }
            volumes: { media: /media }
            sidecars: { otel: { image: public.ecr.aws/aws-observability/aws-otel-collector:latest, port: 4317, essential: false } }
            uses: [orders, audit, { uploads: { access: read } }, emails, stripe, backend, auth]
          backend:
            type: internal
            image: 222222222222.dkr.ecr.us-east-1.amazonaws.com/backend:1
            loadBalancer: true
            exec: true
            spot: 40
            alarms: { errorRate: 1% }
          load: { type: loadTest, target: api, path: /api/health }
          mailer:
            type: worker
            image: public.ecr.aws/docker/library/python:3.13
            queue: emails
            scale: { min: 0, max: 20, backlog: 100 }
          nightly:
            type: job
            image: public.ecr.aws/docker/library/python:3.13
            schedule: { at: "0 3 * * *", timezone: Europe/Berlin }
            retries: 2
            uses: [api]

        """;

    /// <summary>The plan.</summary>
    /// <param name="services">Further services, indented by two.</param>
    /// <param name="more">Further lines at the top of the file.</param>
    public static AppPlan Create(string services = "", string more = "") =>
        TestPlan.Built(TestPlan.Of($"{Yaml}{services}\n{more}\n"), digest: "sha256:00");
}
