namespace Landfall.Config.Tests.Samples;

/// <summary>The design's example, without the pipeline.</summary>
internal static class ShopFile
{
    public const string Yaml = """
        # yaml-language-server: $schema=./landfall.schema.json
        app: shop
        region: us-east-1
        notify: [ops@example.com]
        tags: { team: shop }

        environments:
          dev:
            account: "111111111111"
            schedule: { stop: "22:00", start: "09:00", days: mon-fri, timezone: Asia/Shanghai }
          prod:
            account: "222222222222"
            protect: true
            network: { zones: 3, nat: perZone }
            domain: { name: shop.example.com, zone: example.com }

        network:
          cidr: 10.20.0.0/16
          zones: 2
          nat: none

        databases: { orders: { engine: aurora-postgresql, version: "16", capacity: { min: 0, max: 4, pauseAfter: 10m }, backup: 7d } }
        tables:    { audit: { partitionKey: id, sortKey: at, ttl: expiresAt } }
        buckets:   { uploads: { cors: ["https://shop.example.com"] } }
        queues:    { emails: { visibility: 60s, retries: 5 } }
        secrets:   { stripe: {}, session: { generate: 50 } }
        auth:      { signIn: [email], password: { length: 8 } }

        services:
          api:
            type: web
            image: { build: ./api }
            port: 8080
            path: /api/*
            health: /api/health
            cpu: 1024
            memory: 2048
            architecture: arm64
            env: { LOG_LEVEL: info }
            scale: { min: 2, max: 10, cpu: 60, requests: 500 }
            uses: [orders, audit, uploads, emails, stripe]
            deploy: { strategy: blueGreen, bake: 10m }
            alarms: { errorRate: 1%, latencyP99: 800ms }
            environments: { dev: { scale: { min: 1, max: 2 } } }
          mailer:
            type: worker
            image: { build: ./api }
            command: [dotnet, Mailer.dll]
            queue: emails
            scale: { min: 0, max: 20, backlog: 100 }
          nightly: { type: job, image: { build: ./api }, command: [dotnet, Nightly.dll], schedule: "0 3 * * *", timeout: 1h, retries: 2, uses: [orders] }
          web:     { type: site, build: { command: npm run build, output: dist }, source: ./web, api: api }
          load:    { type: loadTest, target: api, requests: 50, concurrency: 2, pause: 5s }
        """;
}
