using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>Makes a valid file, and the plan of it, from a recipe.</summary>
internal static class RandomPlan
{
    private static readonly string[] Engines = ["aurora-postgresql", "aurora-mysql", "postgresql", "mysql"];

    public static AppPlan Of(PlanRecipe recipe)
    {
        var random = new Random(recipe.Settings);
        var file = Settings(random);
        for (var i = 0; i < recipe.Stores.Count; i++)
        {
            AddStore(file, new Random(recipe.Stores[i]), i);
        }

        for (var i = 0; i < recipe.Services.Count; i++)
        {
            file["services"]!.AsObject().Add($"service-{i}", RandomService.Of(file, new Random(recipe.Services[i]), $"service-{i}"));
        }

        return TestPlan.Built(TestPlan.Of(file, Facts(file, random)));
    }

    public static bool Chance(Random random, int percent) => random.Next(100) < percent;

    private static JsonObject Settings(Random random)
    {
        var file = new JsonObject
        {
            ["app"] = "shop",
            ["account"] = "111111111111",
            ["region"] = "eu-west-1",
            ["environments"] = new JsonObject { ["dev"] = new JsonObject() },
            ["protect"] = Chance(random, 30),
            ["network"] = new JsonObject
            {
                ["zones"] = random.Next(2, 4),
                ["nat"] = new[] { "none", "one", "perZone" }[random.Next(3)],
                ["flowLogs"] = Chance(random, 50),
            },
        };
        foreach (var kind in new[] { "databases", "tables", "buckets", "queues", "secrets", "files", "services" })
        {
            file[kind] = new JsonObject();
        }

        Add("auth", 40, new JsonObject { ["localPorts"] = new JsonArray(3000) });
        Add("firewall", 20, new JsonObject());
        Add("domain", 40, new JsonObject
        {
            ["name"] = "shop.example.com",
            ["zone"] = "example.com",
            ["zoneId"] = "Z0123456789EXAMPLE01",
            ["cdnCertificate"] = "arn:aws:acm:us-east-1:111111111111:certificate/a",
        });
        Add("schedule", 30, new JsonObject { ["stop"] = "22:00", ["start"] = "09:00", ["timezone"] = "Asia/Shanghai" });
        if (Chance(random, 30))
        {
            file["network"]!["import"] = Chance(random, 50) ? new JsonObject { ["emrCluster"] = "j-2AXXXX" } : new JsonObject { ["vpc"] = "vpc-0abc" };
        }

        return file;

        void Add(string key, int percent, JsonObject value)
        {
            if (Chance(random, percent))
            {
                file[key] = value;
            }
        }
    }

    private static EnvironmentFacts? Facts(JsonObject file, Random random) => file["network"]!["import"] is not { } import ? null : new EnvironmentFacts
    {
        Network = new ImportedNetworkPlan
        {
            VpcId = "vpc-0abc",
            VpcCidr = "172.31.0.0/16",
            EmrCluster = (string?)import["emrCluster"],
            EmrSecurityGroup = "sg-0emr",
            InternetGatewayId = Chance(random, 50) ? "igw-0abc" : null,
            Subnets =
            [
                .. Enumerable.Range(0, 2).Select(i => new SubnetPlan($"172.31.{96 + i}.0/24", $"eu-west-1{"ab"[i]}", Public: true)),
                .. Enumerable.Range(0, 2).Select(i => new SubnetPlan($"172.31.{98 + i}.0/24", $"eu-west-1{"ab"[i]}", Public: false)),
            ],
        },
    };

    private static void AddStore(JsonObject file, Random random, int number)
    {
        var (kind, name, store) = random.Next(6) switch
        {
            0 => ("databases", "base", Database(random, number)),
            1 => ("tables", "table", Table(random)),
            2 => ("buckets", "bucket", new JsonObject { ["versioned"] = Chance(random, 50) }),
            3 => ("queues", "queue", new JsonObject { ["fifo"] = Chance(random, 50) }),
            4 => ("secrets", "secret", Chance(random, 50) ? new JsonObject { ["generate"] = 32 } : []),
            _ => ("files", "files", new JsonObject()),
        };
        file[kind]!.AsObject().Add($"{name}-{number}", store);
    }

    private static JsonObject Database(Random random, int number)
    {
        var engine = Engines[random.Next(Engines.Length)];
        var database = new JsonObject
        {
            ["engine"] = engine,
            ["database"] = $"base_{number}",
            ["rotation"] = Chance(random, 30) ? new JsonObject { ["enabled"] = false } : Chance(random, 50) ? "7d" : "30d",
        };
        if (engine.StartsWith("aurora", StringComparison.Ordinal))
        {
            database["capacity"] = new JsonObject { ["min"] = Chance(random, 50) ? 0 : 0.5 };
            database["instances"] = random.Next(1, 3);
            database["dataApi"] = Chance(random, 40);
        }

        return database;
    }

    private static JsonObject Table(Random random)
    {
        var table = new JsonObject { ["partitionKey"] = "id" };
        if (Chance(random, 50))
        {
            table["sortKey"] = new JsonObject { ["name"] = "at", ["type"] = "number" };
        }

        if (Chance(random, 40))
        {
            table["indexes"] = new JsonObject { ["by-owner"] = new JsonObject { ["partitionKey"] = "owner" } };
        }

        return table;
    }
}
