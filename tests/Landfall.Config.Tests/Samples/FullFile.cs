namespace Landfall.Config.Tests.Samples;

/// <summary>A valid file in which every key of the model occurs.</summary>
internal static class FullFile
{
    public const string Json = """
        {
          "$schema": "./landfall.schema.json",
          "x-note": "ignored",
          "app": "full",
          "region": "eu-west-1",
          "account": "333333333333", "profile": "full-admin",
          "protect": false,
          "extend": "./infra",
          "pipelines": {
            "trunk": {
              "source": {
                "connection": "arn:aws:codeconnections:eu-west-1:333333333333:connection/01234567-89ab-cdef-0123-456789abcdef", "repository": "acme/full",
                "branch": "trunk", "folder": "deploy", "tags": ["v*"], "paths": ["api/**"], "pullRequest": true, "token": "stripe"
              },
              "mode": "queued",
              "stages": [{ "environment": "dev", "approval": { "required": true, "notify": ["lead@example.com"], "timeout": "2d" } }, { "environment": "prod" }]
            },
            "hotfix": { "source": { "codecommit": true, "repository": "full" }, "stages": ["dev"] },
            "hub": { "source": { "github": { "ownerId": 17, "repositoryId": "42" }, "repository": "acme/full", "pullRequest": true }, "stages": ["dev"], "review": { "model": "eu.amazon.nova-pro-v1:0", "failOn": "high", "maxTokens": 50000 }, "preview": { "enabled": true, "of": "lite", "limit": 3, "schedule": { "stop": "19:00", "start": "08:00", "days": "mon-thu", "timezone": "Europe/Berlin", "holidays": ["2026-12-24"] } } }
          },
          "pipeline": { "source": { "gitlab": "gitlab.example.com", "repository": "acme/group/full" }, "stages": ["dev"] },
          "notify": ["ops@example.com", { "address": "https://hooks.example.com/x", "dingtalk": "ding-hook" }, { "slack": "slack-hook", "teams": "teams-hook", "wecom": "wecom-hook" }, { "feishu": "feishu-hook", "sign": "stripe" }],
          "runbooks": "https://wiki.example.com/alarms", "dashboards": "services", "budget": { "monthly": 500, "actual": "70%", "forecast": "110%" },
          "telemetry": { "backend": "otlp", "mode": "gateway", "endpoint": "https://otlp.example.com", "token": "stripe", "header": "api-key", "signals": ["traces", "logs"], "sampling": "10%", "image": "otel/collector:1" },
          "tags": { "team": "full", "tier": 1, "shared": true },
          "schedule": { "stop": "22:00", "start": "09:00", "days": "mon-fri", "timezone": "Europe/Berlin", "holidays": ["2026-12-25"] },
          "operate": {
            "mode": "auto", "allow": ["restart", "rollback"], "maxPerHour": 5, "maxPerService": 4, "maxBlast": "25%", "freeze": true,
            "hours": { "start": "08:00", "stop": "18:00", "days": "mon-thu", "timezone": "Europe/Berlin", "holidays": ["2026-12-25"] }
          },
          "domain": {
            "name": "full.example.com", "zone": "example.com", "dns": "route53", "hsts": true, "zoneId": "Z0123456789ABC", "zones": { "example.org": "Z0123456789ABD" },
            "cdnCertificate": "arn:aws:acm:us-east-1:333333333333:certificate/b"
          },
          "network": { "zones": 3, "nat": "one", "cidr": "10.0.0.0/16", "flowLogs": false, "logRetention": "90d" },
          "databases": {
            "aurora": {
              "engine": "aurora-postgresql", "version": 16, "database": "main",
              "capacity": { "min": 0, "max": 4.5, "pauseAfter": "10m" }, "instances": 2,
              "backup": "7d", "deletionProtection": true, "dataApi": true, "rotation": { "every": "60d", "enabled": true }
            },
            "second": { "engine": "aurora-mysql", "capacity": { "min": 1, "max": 8 } },
            "plain": { "engine": "mysql", "version": "8.4", "instance": "t4g.small", "storage": "100GB", "maxStorage": "200GB", "multiAz": true, "rotation": "30d" }
          },
          "tables": {
            "audit": {
              "was": "history",
              "partitionKey": "id", "sortKey": { "name": "at", "type": "number" }, "ttl": "expiresAt",
              "pointInTimeRecovery": true, "deletionProtection": false,
              "indexes": { "by-user": { "partitionKey": "user", "sortKey": "at2" } },
              "capacity": { "read": 5, "write": 5 }
            }
          },
          "buckets": { "uploads": { "versioned": false, "cors": ["https://full.example.com"], "expire": "30d" } },
          "queues": { "emails": { "fifo": true, "visibility": "60s", "retries": 3, "retention": "2d", "delay": "5s" }, "plainq": null },
          "secrets": { "stripe": null, "session": { "generate": 50 }, "slack-hook": {}, "teams-hook": {}, "wecom-hook": {}, "feishu-hook": {}, "ding-hook": {} },
          "files": { "media": {} },
          "auth": {
            "signIn": ["email", "userName"], "selfSignUp": true, "mfa": "required",
            "password": { "length": 8, "lower": true, "upper": false, "digit": true, "symbol": false },
            "callbacks": ["https://other.example.com/cb"], "localPorts": [3000]
          },
          "firewall": { "rateLimit": 1000 },
          "overrides": { "full-dev-api/Service": { "Properties.DesiredCount": 3, "Properties.Tags": null, "Properties.NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": ["a", "b"] } } } },
          "services": {
            "api": {
              "type": "web", "image": { "build": { "context": "./api", "dockerfile": "Dockerfile", "target": "run", "args": { "A": 1 } } },
              "command": ["run", 1], "port": 9000, "path": "/api/*", "host": ["api.full.example.com", "v2.full.example.com"], "signIn": true,
              "health": { "path": "/h", "interval": "30s", "timeout": "4s", "healthyThreshold": 3, "unhealthyThreshold": 2, "codes": "200-299", "gracePeriod": "2m" },
              "containerHealth": { "command": "true", "interval": "30s", "timeout": "4s", "retries": 2, "startPeriod": "1m" },
              "cpu": 512, "memory": "1GB", "architecture": "x86", "env": { "A": "b", "N": 1, "T": true },
              "scale": {
                "min": 2, "max": 10, "cpu": "60%", "memory": 70, "requests": 100,
                "schedules": { "night": { "at": "0 22 * * *", "timezone": "Europe/Berlin", "min": 1, "max": 2 } }
              },
              "deploy": { "strategy": "canary", "bake": "10m", "step": "5%", "interval": "2m", "judge": false, "pause": { "at": "afterTraffic", "timeout": "2h", "then": "continue" }, "checks": [{ "file": "checks/api.http", "at": "afterTraffic", "timeout": "2m" }, { "image": "postman/newman:6", "command": ["run", "shop.json"] }, { "file": "checks/shop.browser", "secrets": ["stripe"] }] },
              "release": { "command": ["migrate", "--yes"], "timeout": "20m" },
              "alarms": { "errorRate": "1%", "latencyP99": "800ms", "requestCount": 1000, "unhealthyTasks": true, "crashes": 5, "saturation": "80%", "anomaly": ["errors", "latency"] },
              "slo": { "availability": "99.9%", "latency": "300ms@95%" },
              "telemetry": { "instrument": "node", "image": "adot/node:1", "sampling": "5%" },
              "uses": ["aurora", { "audit": { "access": "read", "prefix": "LOG" } }, "inner", "auth"],
              "logRetention": "14d", "exec": true, "readOnly": false, "user": "1000:1000", "spot": 50,
              "sidecars": { "agent": { "image": "public.ecr.aws/x/agent:1", "port": 2000, "command": ["go"], "env": { "B": "c" }, "essential": false } },
              "volumes": { "media": { "path": "/media", "readOnly": true } },
              "stopTimeout": "90s", "writable": ["/run"],
              "environments": { "dev": { "scale": { "min": 1 }, "deploy": null } }
            },
            "inner": { "type": "internal", "image": "haproxy:1.27", "port": 80, "protocol": "http", "timeout": { "request": "5m", "idle": "2m" }, "health": "/status", "loadBalancer": true, "volumes": { "media": "/m" } },
            "mailer": {
              "type": "worker", "image": "haproxy@sha256:0000000000000000000000000000000000000000000000000000000000000000", "queue": "emails",
              "scale": { "min": 0, "max": 20, "steps": [{ "above": 0, "add": 1 }, { "above": 100, "add": 5 }] }
            },
            "sweeper": { "type": "worker", "image": "haproxy", "queue": "plainq", "alarms": { "queueAge": "2h" }, "scale": { "min": 0, "max": 5, "backlog": 100 } },
            "nightly": { "type": "job", "image": { "reference": "haproxy" }, "schedule": { "at": "0 3 * * *", "timezone": "Europe/Berlin" }, "timeout": { "run": "2h" }, "retries": 2, "enabled": false, "telemetry": { "enabled": false } },
            "hourly": { "type": "job", "image": "haproxy", "schedule": "rate(1 hour)" },
            "web": {
              "type": "site", "source": "./web", "build": { "command": "npm run build", "output": "dist" }, "api": "api", "apiPath": "/api/*", "host": "www.full.example.com",
              "index": "index.html", "routing": "spa", "notFound": "missing.html", "cache": "1h", "cors": ["*"]
            },
            "load": { "type": "loadTest", "target": "api", "path": "/api/x", "requests": 50, "concurrency": 2, "pause": "5s", "enabled": true }
          },
          "environments": {
            "dev": { "domain": { "name": "dev.full.example.com" }, "tables": { "audit": { "awsName": "books-test-audit" } }, "buckets": { "uploads": { "awsName": "books-test-covers" } }, "services": { "api": { "uses": ["aurora"], "signIn": false, "host": ["api.dev.full.example.com"] }, "web": { "host": "www.dev.full.example.com" }, "extra": { "type": "internal", "image": { "released": true } }, "raw": { "type": "internal", "image": "haproxy", "protocol": "tcp" } } },
            "prod": {
              "protect": true, "account": "444444444444", "region": "us-east-1", "domain": { "dns": "elsewhere", "certificate": "arn:aws:acm:us-east-1:444444444444:certificate/a" },
              "network": { "nat": "perZone", "zones": null, "import": { "vpc": "vpc-0abc" }, "cidr": null, "subnets": { "cidr": "auto", "size": 26 } }
            },
            "lite": { "domain": { "name": "lite.full.example.com" }, "services": { "api": { "signIn": false, "host": ["api.lite.full.example.com"] }, "web": { "host": "www.lite.full.example.com" } } },
            "emr": {
              "telemetry": { "mode": "sidecar", "cpu": 64, "memory": "160MiB" },
              "region": "eu-central-1", "domain": { "name": "emr.full.example.com" },
              "services": { "api": { "host": ["api.emr.full.example.com"] }, "web": { "host": "www.emr.full.example.com" } },
              "network": {
                "zones": 2, "import": { "emrCluster": "j-2AXXXX" }, "cidr": null,
                "subnets": { "public": ["10.0.1.0/24", "10.0.2.0/24"], "private": ["10.0.3.0/24", "10.0.4.0/24"] }
              }
            }
          }
        }
        """;
}
