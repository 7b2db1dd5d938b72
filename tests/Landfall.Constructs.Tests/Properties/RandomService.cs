using System.Text.Json.Nodes;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>Makes a valid service that uses some of what a file has so far, so that no cycle can arise.</summary>
internal static class RandomService
{
    private static readonly string[] Accesses = ["readWrite", "read", "write"];
    private static readonly string[] Strategies = ["rolling", "blueGreen", "linear", "canary"];

    public static JsonObject Of(JsonObject file, Random random, string name)
    {
        JsonNode image = random.Next(3) switch
        {
            0 => new JsonObject { ["build"] = "." },
            1 => "222222222222.dkr.ecr.eu-west-1.amazonaws.com/team/tool:1",
            _ => "public.ecr.aws/docker/library/httpd:2.4",
        };
        var uses = Uses(file, random);
        var port = random.Next(2) == 0 ? 8080 : 9000;
        var web = Names(file, "services", "web").FirstOrDefault();
        var service = random.Next(6) switch
        {
            1 when file["queues"]!.AsObject().Count > 0 => Worker(file, random),
            2 => new JsonObject { ["type"] = "job", ["schedule"] = "0 3 * * *", ["retries"] = random.Next(3) },
            3 when web is not null => new JsonObject { ["type"] = "loadTest", ["target"] = web, ["enabled"] = random.Next(2) == 0 },
            4 => Site(file, random, web, name),
            5 => Internal(random, port),
            _ => Web(file, random, name, port),
        };
        if ((string?)service["type"] is not ("site" or "loadTest"))
        {
            service["image"] = image;
            service["uses"] = uses;
            AddTask(service, file, random);
        }

        return service;
    }

    private static JsonObject Web(JsonObject file, Random random, string name, int port) => Scaled(
        new JsonObject
        {
            ["type"] = "web",
            ["port"] = port,
            ["path"] = $"/{name}/*",
            ["signIn"] = file.ContainsKey("auth") && file.ContainsKey("domain") && random.Next(2) == 0,
            ["host"] = !file.ContainsKey("domain") ? null : random.Next(4) switch
            {
                0 => "shop.example.com",
                1 => new JsonArray($"{name}.example.com", "api.shop.example.com"),
                _ => null,
            },
        },
        random,
        balanced: true);

    private static JsonObject Site(JsonObject file, Random random, string? web, string name)
    {
        var site = new JsonObject { ["type"] = "site" };
        if (web is not null)
        {
            site["api"] = web;
        }

        // One site has the domain without saying so. What answers to the domain alone is out of another one's reach.
        if (file.ContainsKey("domain") && Names(file, "services", "site").Any())
        {
            if (web is not null && file["services"]![web]!["host"] is JsonValue)
            {
                site.Remove("api");
            }

            site["host"] = random.Next(2) == 0 ? $"{name}.example.com" : new JsonArray($"{name}.shop.example.com", $"*.{name}.example.com");
        }

        return site;
    }

    private static JsonObject Internal(Random random, int port)
    {
        var balanced = random.Next(2) == 0;
        return Scaled(new JsonObject { ["type"] = "internal", ["port"] = port, ["loadBalancer"] = balanced }, random, balanced);
    }

    private static JsonObject Scaled(JsonObject service, Random random, bool balanced)
    {
        var strategy = Strategies[balanced ? random.Next(4) : 0];
        service["scale"] = new JsonObject { ["min"] = 1, ["max"] = random.Next(1, 4), ["cpu"] = 60 };
        service["deploy"] = new JsonObject { ["strategy"] = strategy };
        service["alarms"] = new JsonObject { ["errorRate"] = 1, ["latencyP99"] = "800ms" };
        if (strategy != "rolling")
        {
            service["deploy"]!["bake"] = "10m";
        }

        if (balanced)
        {
            service["scale"]!["requests"] = 500;
        }

        return service;
    }

    private static JsonObject Worker(JsonObject file, Random random)
    {
        var queues = Names(file, "queues").ToList();
        return new JsonObject
        {
            ["type"] = "worker",
            ["queue"] = queues[random.Next(queues.Count)],
            ["scale"] = new JsonObject { ["min"] = random.Next(2), ["max"] = 5, ["backlog"] = 100 },
        };
    }

    private static void AddTask(JsonObject service, JsonObject file, Random random)
    {
        service["exec"] = random.Next(4) == 0;
        if ((string?)service["type"] != "job")
        {
            service["spot"] = random.Next(3) * 50;
        }

        service["volumes"] = new JsonObject(Names(file, "files").Where(_ => random.Next(2) == 0).Select(files => KeyValuePair.Create(
            files, (JsonNode?)new JsonObject { ["path"] = $"/mnt/{files}", ["readOnly"] = random.Next(2) == 0 })));
    }

    private static JsonArray Uses(JsonObject file, Random random)
    {
        JsonNode Limited(string name) => new JsonObject { [name] = new JsonObject { ["access"] = Accesses[random.Next(3)] } };
        List<JsonNode> all =
        [
            .. Names(file, "databases").Concat(Names(file, "queues")).Concat(Names(file, "secrets")).Select(name => JsonValue.Create(name)),
            .. Names(file, "tables").Concat(Names(file, "buckets")).Select(Limited),
            .. Names(file, "services", "web", "internal").Select(name => JsonValue.Create(name)),
        ];
        if (file.ContainsKey("auth"))
        {
            all.Add("auth");
        }

        if (file["network"]!["import"]?["emrCluster"] is not null)
        {
            all.Add("emr");
        }

        return new JsonArray([.. all.Where(_ => random.Next(5) < 2)]);
    }

    private static IEnumerable<string> Names(JsonObject file, string kind, params string[] types) =>
        file[kind]!.AsObject().Where(pair => types.Length == 0 || types.Contains((string?)pair.Value!["type"])).Select(pair => pair.Key);
}
