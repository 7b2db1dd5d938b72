using System.Text.Json.Nodes;
using Landfall.Config.Regions;
using Landfall.Constructs.Tests.Samples;
using YamlDotNet.Serialization;

namespace Landfall.Constructs.Tests.Regions;

/// <summary>A file as a team would write it in another region: the samples, and one with everything in it.</summary>
internal static class RegionalFile
{
    private const string Everything = """
        {
          "app": "all", "region": "us-east-1", "account": "111111111111", "notify": ["ops@example.com", { "feishu": "stripe", "sign": "session" }], "telemetry": "cloudwatch", "budget": 500,
          "environments": { "main": { "protect": true } },
          "schedule": { "stop": "22:00", "start": "09:00", "timezone": "Asia/Shanghai", "holidays": ["2026-12-25"] },
          "domain": { "name": "all.example.com", "zone": "example.com", "zoneId": "Z0123456789EXAMPLE01" },
          "network": { "zones": 3, "nat": "none" },
          "databases": {
            "orders": { "engine": "aurora-mysql", "dataApi": true },
            "ledger": { "engine": "mysql", "version": "8.4", "multiAz": true },
            "books": { "engine": "postgresql" }
          },
          "tables": { "audit": { "partitionKey": "id", "indexes": { "byAt": { "partitionKey": "at" } }, "capacity": { "read": 5, "write": 4 } } },
          "buckets": { "uploads": { "cors": ["https://all.example.com"], "expire": "30d" } },
          "queues": { "emails": { "fifo": true }, "work": {} },
          "secrets": { "stripe": {}, "session": { "generate": 50 } },
          "files": { "shared": {} },
          "auth": { "signIn": ["email"] },
          "firewall": { "rateLimit": 1000 },
          "services": {
            "blue": {
              "type": "web", "path": "/blue/*", "image": { "build": "./blue" }, "signIn": true, "exec": true, "spot": 40,
              "deploy": { "strategy": "blueGreen", "bake": "10m" }, "alarms": { "errorRate": "1%" },
              "scale": { "min": 2, "max": 6, "cpu": 60, "memory": 70, "requests": 500 },
              "uses": ["orders", "books", "audit", "uploads", "emails", "stripe", "auth"], "volumes": { "shared": "/data" }
            },
            "can": { "type": "web", "host": "can.all.example.com", "image": { "build": "./can" }, "deploy": { "strategy": "canary", "pause": "beforeTraffic" } },
            "back": { "type": "internal", "image": { "build": "./back" }, "loadBalancer": true, "uses": ["ledger"], "architecture": "x86" },
            "worker": { "type": "worker", "image": { "build": "./back" }, "queue": "work", "scale": { "min": 0, "max": 10, "backlog": 50 }, "release": { "command": ["migrate"] } },
            "nightly": { "type": "job", "image": { "build": "./back" }, "schedule": "0 3 * * *", "uses": ["orders"] },
            "load": { "type": "loadTest", "target": "blue" },
            "page": { "type": "site", "source": "./page", "api": "blue", "apiPath": "/blue/*" }
          }
        }
        """;

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. SamplePlan.All.Select(pair => pair.Sample).Distinct(), "everything"];

    /// <summary>Reads one, moved to a region.</summary>
    public static JsonObject Read(string name, string region)
    {
        var file = name == "everything" ? JsonNode.Parse(Everything)!.AsObject() : Sample(name);
        file["region"] = region;
        foreach (var settings in Settings(file))
        {
            if (settings["domain"]?["certificate"] is { } certificate)
                settings["domain"]!["certificate"] = Moved((string)certificate!, region);
        }

        return file;
    }

    /// <summary>Takes out what the region does not have, as the refusals say.</summary>
    public static JsonObject Fitted(JsonObject file)
    {
        var region = RegionTable.Of((string)file["region"]!);
        if (region.MissingTypes.Contains("AWS::Cognito::UserPool"))
            file.Remove("auth");
        if (region.MissingTypes.Contains("AWS::Budgets::Budget"))
            file.Remove("budget");
        if (region.MissingTypes.Contains("AWS::CodeConnections::Connection") && file["pipeline"]?["source"]?["connection"] is not null)
            file.Remove("pipeline");
        foreach (var settings in Settings(file))
        {
            if (region.CdnRegion is null)
                (settings["domain"] as JsonObject)?.Remove("cdnCertificate");
            if (region.FargateZones is { Count: < 3 } && settings["network"]?["zones"] is not null)
                settings["network"]!["zones"] = region.FargateZones.Count;
            foreach (var (_, database) in settings["databases"] as JsonObject ?? [])
            {
                if (region.MissingFeatures.Contains("dataApi"))
                    database!.AsObject().Remove("dataApi");
            }
        }

        var services = file["services"]!.AsObject();
        foreach (var (name, service) in services.ToArray())
        {
            if ((string?)service!["type"] == "site" && region.MissingTypes.Contains("AWS::CloudFront::Function"))
                services.Remove(name);
            if (file["auth"] is null)
            {
                service.AsObject().Remove("signIn");
                foreach (var use in (service["uses"] as JsonArray ?? []).Where(use => use is JsonValue && (string?)use == "auth").ToArray())
                    service["uses"]!.AsArray().Remove(use);
            }
        }

        return file;
    }

    private static IEnumerable<JsonObject> Settings(JsonObject file) =>
        file["environments"]!.AsObject().Select(pair => pair.Value as JsonObject).OfType<JsonObject>().Prepend(file);

    private static string Moved(string arn, string region)
    {
        var parts = arn.Split(':');
        (parts[1], parts[3]) = (RegionTable.Of(region).Partition, region);
        return string.Join(':', parts);
    }

    private static JsonObject Sample(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "samples", name, "landfall.yaml"));
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(text);
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!.AsObject();
    }
}
