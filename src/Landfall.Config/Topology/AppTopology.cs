using System.Text.Json;
using Landfall.Config.Plan;
using Landfall.Config.Resolution;

namespace Landfall.Config.Topology;

/// <summary>The <c>uses</c> graph of a plan.</summary>
/// <param name="Nodes">Services in order of name, then resources by kind and name.</param>
/// <param name="Edges">Dependencies in the services' order.</param>
public sealed record AppTopology(IReadOnlyList<TopologyNode> Nodes, IReadOnlyList<UseEdge> Edges)
{
    /// <summary>Reads the graph from a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The graph; the same plan gives the same one.</returns>
    public static AppTopology From(AppPlan plan)
    {
        List<TopologyNode> nodes =
        [
            .. plan.Services.Select(service => Node(service) with { Name = service.Title }),
            .. plan.Databases.Select(database => new TopologyNode(database.Title, TopologyKind.Database, Word(database.Engine))),
            .. plan.Tables.Select(table => new TopologyNode(table.Title, TopologyKind.Table, "")),
            .. plan.Buckets.Select(bucket => new TopologyNode(bucket.Title, TopologyKind.Bucket, "")),
            .. plan.Queues.Select(queue => new TopologyNode(queue.Title, TopologyKind.Queue, queue.Fifo ? "fifo" : "")),
            .. plan.Secrets.Select(secret => new TopologyNode(secret.Name, TopologyKind.Secret, "")),
            .. plan.FileSystems.Select(files => new TopologyNode(files.Name, TopologyKind.FileSystem, "")),
        ];
        if (plan.Auth is not null)
        {
            nodes.Add(new TopologyNode(NameIndex.Auth, TopologyKind.Auth, ""));
        }

        if (plan.Network.Import?.EmrCluster is { } cluster)
        {
            nodes.Add(new TopologyNode(NameIndex.Emr, TopologyKind.EmrCluster, cluster));
        }

        var titles = Titles(plan);
        return new AppTopology(nodes, [.. plan.Services.SelectMany(service => EdgesOf(service, titles))]);
    }

    /// <summary>What the file calls each thing, by what AWS calls it.</summary>
    private static Dictionary<string, string> Titles(AppPlan plan) => new[]
    {
        plan.Services.Select(service => (service.Name, service.Title)),
        plan.Databases.Select(database => (database.Name, database.Title)),
        plan.Tables.Select(table => (table.Name, table.Title)),
        plan.Buckets.Select(bucket => (bucket.Name, bucket.Title)),
        plan.Queues.Select(queue => (queue.Name, queue.Title)),
    }.SelectMany(pairs => pairs).ToDictionary(pair => pair.Name, pair => pair.Title, StringComparer.Ordinal);

    private static TopologyNode Node(ServicePlan service) => service switch
    {
        WebServicePlan web => new(web.Name, TopologyKind.Web, string.Join(", ", web.Hosts) + web.Path),
        InternalServicePlan inner => new(inner.Name, TopologyKind.Internal, ""),
        WorkerServicePlan worker => new(worker.Name, TopologyKind.Worker, ""),
        JobServicePlan job => new(job.Name, TopologyKind.Job, job.Schedule),
        LoadTestServicePlan load => new(load.Name, TopologyKind.LoadTest, ""),
        _ => new(service.Name, TopologyKind.Site, ""),
    };

    private static IEnumerable<UseEdge> EdgesOf(ServicePlan service, Dictionary<string, string> titles)
    {
        foreach (var use in service.Uses)
        {
            yield return new UseEdge(service.Title, titles.GetValueOrDefault(use.Target, use.Target), Label(use), use.Access);
        }

        foreach (var volume in service is ContainerServicePlan container ? container.Task.Volumes : [])
        {
            yield return new UseEdge(
                service.Title,
                volume.FileSystem,
                "mounts",
                volume.ReadOnly ? UseAccess.Read : UseAccess.ReadWrite);
        }
    }

    private static string Label(UsePlan use) => (use.Kind, use.Access) switch
    {
        (UseKind.QueueConsumer, _) => "consumes",
        (UseKind.Queue, UseAccess.Read) => "reads",
        (UseKind.Queue, _) => "sends",
        (UseKind.Service, _) => "calls",
        (UseKind.Telemetry, _) => "reports to",
        (UseKind.Secret, _) => "reads",
        (UseKind.Auth, _) => "signs in",
        (UseKind.EmrCluster, _) => "connects",
        (_, UseAccess.Read) => "reads",
        (_, UseAccess.Write) => "writes",
        _ => "reads, writes",
    };

    private static string Word(DatabaseEngine engine) => JsonNamingPolicy.KebabCaseLower.ConvertName(engine.ToString());
}
