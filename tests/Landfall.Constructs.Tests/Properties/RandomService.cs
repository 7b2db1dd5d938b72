using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>Makes a valid service that uses some of what a plan has so far, so that no cycle can arise.</summary>
internal static class RandomService
{
    public static ServicePlan Of(AppPlan plan, Random random, string name)
    {
        var image = random.Next(3) switch
        {
            0 => new ImagePlan { Build = new ImageBuildPlan(".", "Dockerfile", null, new Dictionary<string, string>()), Tag = "abc" },
            1 => new ImagePlan { Reference = "222222222222.dkr.ecr.eu-west-1.amazonaws.com/team/tool:1" },
            _ => new ImagePlan { Reference = "public.ecr.aws/docker/library/httpd:2.4" },
        };
        var uses = Uses(plan, random);
        var port = random.Next(2) == 0 ? 8080 : 9000;
        var webs = plan.Services.OfType<WebServicePlan>().ToArray();
        ServicePlan service = random.Next(6) switch
        {
            1 when plan.Queues.Count > 0 => Worker(plan, random, name, image, uses),
            2 => new JobServicePlan { Name = name, Image = image, Schedule = "cron(0 3 * * ? *)", Retries = random.Next(3), Uses = uses },
            3 when webs.Length > 0 => LoadTest(name, image, webs[0].Name, random),
            4 => new SiteServicePlan
            {
                Name = name,
                Api = webs.FirstOrDefault()?.Name,
                Uses = webs.Length == 0 ? [] : [Use(webs[0].Name, UseKind.Service)],
            },
            5 => new InternalServicePlan { Name = name, Image = image, Port = port, LoadBalancer = random.Next(2) == 0, Uses = uses },
            _ => new WebServicePlan
            {
                Name = name,
                Image = image,
                Port = port,
                Path = $"/{name}/*",
                Priority = 100 + plan.Services.Count,
                RequireSignIn = plan.Auth is not null && plan.Domain is not null && random.Next(2) == 0,
                Uses = uses,
            },
        };
        return service switch
        {
            WebServicePlan or InternalServicePlan => Scaled((ScaledServicePlan)service, plan, random),
            ContainerServicePlan container => Container(container, plan, random),
            _ => service,
        };
    }

    private static ScaledServicePlan Scaled(ScaledServicePlan service, AppPlan plan, Random random) =>
        (ScaledServicePlan)Container(service, plan, random) with
        {
            Scale = new ScalePlan { Min = 1, Max = random.Next(1, 4), Cpu = 60, Requests = service is WebServicePlan ? 500 : null },
            Deploy = new DeployPlan((DeployStrategy)random.Next(4), TimeSpan.FromMinutes(10), 10, TimeSpan.FromMinutes(1)),
            Alarms = new AlarmPlan(1, TimeSpan.FromMilliseconds(800), null, UnhealthyTasks: true),
        };

    private static ContainerServicePlan Container(ContainerServicePlan service, AppPlan plan, Random random) => service with
    {
        Exec = random.Next(4) == 0,
        SpotPercent = random.Next(3) * 50,
        Volumes =
        [
            .. plan.FileSystems.Where(_ => random.Next(2) == 0)
                .Select(files => new VolumePlan(files.Name, $"/mnt/{files.Name}", random.Next(2) == 0)),
        ],
    };

    private static WorkerServicePlan Worker(AppPlan plan, Random random, string name, ImagePlan image, IEnumerable<UsePlan> uses)
    {
        var queue = plan.Queues[random.Next(plan.Queues.Count)].Name;
        return new WorkerServicePlan
        {
            Name = name,
            Image = image,
            Queue = queue,
            Scale = new ScalePlan { Min = random.Next(2), Max = 5, Backlog = 100 },
            Uses = [Use(queue, UseKind.QueueConsumer), .. uses],
        };
    }

    private static LoadTestServicePlan LoadTest(string name, ImagePlan image, string target, Random random) =>
        new() { Name = name, Image = image, Target = target, Tasks = random.Next(2), Uses = [Use(target, UseKind.Service)] };

    private static UsePlan[] Uses(AppPlan plan, Random random)
    {
        IEnumerable<UsePlan> all =
        [
            .. plan.Databases.Select(database => Use(database.Name, UseKind.Database)),
            .. plan.Tables.Select(table => Use(table.Name, UseKind.Table, (UseAccess)random.Next(3))),
            .. plan.Buckets.Select(bucket => Use(bucket.Name, UseKind.Bucket, (UseAccess)random.Next(3))),
            .. plan.Queues.Select(queue => Use(queue.Name, UseKind.Queue)),
            .. plan.Secrets.Select(secret => Use(secret.Name, UseKind.Secret)),
            .. plan.Services.Where(service => service is WebServicePlan or InternalServicePlan)
                .Select(service => Use(service.Name, UseKind.Service)),
        ];
        if (plan.Auth is not null)
        {
            all = all.Append(Use("auth", UseKind.Auth));
        }

        if (plan.Network.Import?.EmrCluster is not null)
        {
            all = all.Append(Use("emr", UseKind.EmrCluster));
        }

        return [.. all.Where(_ => random.Next(5) < 2)];
    }

    private static UsePlan Use(string target, UseKind kind, UseAccess access = UseAccess.ReadWrite) =>
        new(target, kind, access, target.ToUpperInvariant().Replace('-', '_'));
}
