using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>Makes a valid plan from a recipe.</summary>
internal static class RandomPlan
{
    public static AppPlan Of(PlanRecipe recipe)
    {
        var random = new Random(recipe.Settings);
        string[] zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
        var plan = new AppPlan
        {
            App = "shop",
            Environment = "dev",
            Account = "111111111111",
            Region = "eu-west-1",
            Protect = Chance(random, 30),
            Auth = Chance(random, 40) ? new AuthPlan { LocalPorts = [3000] } : null,
            Firewall = Chance(random, 20) ? new FirewallPlan() : null,
            Domain = Chance(random, 40) ? new DomainPlan("shop.example.com", "example.com", "Z0123456789EXAMPLE01") : null,
            Sleep = Chance(random, 30) ? new SleepPlan(new TimeOnly(22, 0), new TimeOnly(9, 0), "MON-FRI", "Asia/Shanghai") : null,
            Network = new NetworkPlan
            {
                Cidr = "10.20.0.0/16",
                Zones = zones[..random.Next(2, 4)],
                Nat = (NatMode)random.Next(3),
                FlowLogs = Chance(random, 50),
                Import = Chance(random, 30) ? Import(random, zones) : null,
            },
        };
        for (var i = 0; i < recipe.Stores.Count; i++)
        {
            plan = WithStore(plan, new Random(recipe.Stores[i]), i);
        }

        for (var i = 0; i < recipe.Services.Count; i++)
        {
            plan = plan with { Services = [.. plan.Services, RandomService.Of(plan, new Random(recipe.Services[i]), $"service-{i}")] };
        }

        return plan;
    }

    public static bool Chance(Random random, int percent) => random.Next(100) < percent;

    private static ImportedNetworkPlan Import(Random random, string[] zones) => new()
    {
        VpcId = "vpc-0abc",
        VpcCidr = "172.31.0.0/16",
        EmrCluster = Chance(random, 50) ? "j-2AXXXX" : null,
        EmrSecurityGroup = "sg-0emr",
        InternetGatewayId = Chance(random, 50) ? "igw-0abc" : null,
        Subnets =
        [
            .. Enumerable.Range(0, 2).Select(i => new SubnetPlan($"172.31.{96 + i}.0/24", zones[i], Public: true)),
            .. Enumerable.Range(0, 2).Select(i => new SubnetPlan($"172.31.{98 + i}.0/24", zones[i], Public: false)),
        ],
    };

    private static AppPlan WithStore(AppPlan plan, Random random, int number) => random.Next(6) switch
    {
        0 => plan with { Databases = [.. plan.Databases, Database(random, $"base-{number}", plan.Protect)] },
        1 => plan with { Tables = [.. plan.Tables, Table(random, $"table-{number}")] },
        2 => plan with { Buckets = [.. plan.Buckets, new BucketPlan { Name = $"bucket-{number}", Versioned = Chance(random, 50) }] },
        3 => plan with { Queues = [.. plan.Queues, new QueuePlan { Name = $"queue-{number}", Fifo = Chance(random, 50) }] },
        4 => plan with { Secrets = [.. plan.Secrets, new SecretPlan($"secret-{number}", Chance(random, 50) ? 32 : null)] },
        _ => plan with { FileSystems = [.. plan.FileSystems, new FileSystemPlan($"files-{number}")] },
    };

    private static DatabasePlan Database(Random random, string name, bool protect)
    {
        var engine = (DatabaseEngine)random.Next(4);
        var aurora = engine is DatabaseEngine.AuroraMysql or DatabaseEngine.AuroraPostgresql;
        return new DatabasePlan
        {
            Name = name,
            Engine = engine,
            Version = engine is DatabaseEngine.Postgresql or DatabaseEngine.AuroraPostgresql ? "16" : "8.0",
            DatabaseName = name.Replace('-', '_'),
            MinCapacity = Chance(random, 50) ? 0 : 0.5,
            Instances = random.Next(1, 3),
            DataApi = aurora && Chance(random, 40),
            DeletionProtection = protect,
            RotationDays = Chance(random, 30) ? null : Chance(random, 50) ? 7 : 30,
        };
    }

    private static TablePlan Table(Random random, string name) => new()
    {
        Name = name,
        PartitionKey = new KeyPlan("id"),
        SortKey = Chance(random, 50) ? new KeyPlan("at", KeyType.Number) : null,
        Indexes = Chance(random, 40) ? [new IndexPlan("by-owner", new KeyPlan("owner"))] : [],
    };
}
