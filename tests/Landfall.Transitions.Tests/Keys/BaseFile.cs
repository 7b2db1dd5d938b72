namespace Landfall.Transitions.Tests.Keys;

/// <summary>What runs before a key changes: an environment that nothing protects, so that no policy softens what a change does.</summary>
internal static class BaseFile
{
    public const string Json = """
        {
          "app": "shop", "region": "us-east-1", "account": "111111111111", "environments": { "dev": {} },
          "databases": {
            "orders": { "engine": "aurora-postgresql", "version": "16.6", "capacity": { "min": 1, "max": 4 }, "instances": 2 },
            "ledger": { "engine": "postgresql", "version": "16.6", "instance": "t4g.small", "storage": "100GB" }
          },
          "tables": {
            "audit": { "partitionKey": "id", "sortKey": "at", "indexes": { "by-user": { "partitionKey": "user", "sortKey": "at2" } } },
            "simple": { "partitionKey": "id" }
          },
          "buckets": { "uploads": { "cors": ["https://a.example.com"], "expire": "30d" } },
          "queues": { "emails": {}, "ordered": { "fifo": true } },
          "secrets": { "stripe": {}, "session": { "generate": 50 } },
          "files": { "media": {} },
          "auth": { "callbacks": ["https://a.example.com/cb"] },
          "services": {
            "api": { "type": "web", "image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/nginx:1.27", "path": "/api/*", "scale": { "min": 2, "max": 6, "cpu": "60%" }, "uses": ["orders", "audit", "uploads", "emails", "stripe", "inner", "auth"], "volumes": { "media": "/media" } },
            "front": { "type": "web", "image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/nginx:1.27", "path": "/*" },
            "inner": { "type": "internal", "image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/nginx:1.27", "port": 80, "loadBalancer": true },
            "quiet": { "type": "internal", "image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/nginx:1.27", "port": 80 },
            "mailer": { "type": "worker", "image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/nginx:1.27", "queue": "emails", "scale": { "min": 1, "max": 5, "backlog": 100 } },
            "nightly": { "type": "job", "image": "111111111111.dkr.ecr.us-east-1.amazonaws.com/nginx:1.27", "schedule": "0 3 * * *", "uses": ["inner", "audit"] },
            "web": { "type": "site", "api": "api" },
            "load": { "type": "loadTest", "target": "api", "path": "/api/x", "enabled": true }
          }
        }
        """;
}
