using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Dashboards;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Operations.Dashboards;

/// <summary>
/// An environment as a dashboard of Grafana's (Grafana documentation, "Dashboard JSON model", "Amazon CloudWatch query editor"): requests
/// over Prometheus, where the collectors send to one, and what AWS alone measures over CloudWatch. Whoever imports it chooses the data
/// sources.
/// </summary>
internal static class GrafanaDashboard
{
    // Grafana 11; a later one brings it up to its own by itself.
    private const int SchemaVersion = 39;

    private const string Account = "account";

    // The most characters that Grafana takes of a dashboard's id.
    private const int LongestId = 40;

    /// <summary>Writes the dashboard.</summary>
    /// <param name="whole">The environment.</param>
    /// <param name="service">The service that it is of, with what that uses; null for all.</param>
    /// <returns>Its model; the same plan gives the same bytes.</returns>
    /// <exception cref="LandfallException">The environment has no such service, or nothing of it is measured.</exception>
    public static JsonObject Write(AppPlan whole, string? service = null)
    {
        var plan = service is null ? whole : Only(whole, service);
        var prometheus = new GrafanaPrometheus(plan);
        var partition = RegionTable.Of(plan.Region).Partition;
        var graphs = new EnvironmentGraphs(plan, name => $"arn:{partition}:states:{plan.Region}:{plan.Account ?? $"${{{Account}}}"}:stateMachine:{name}").All().ToList();
        GrafanaPanel[] panels = [.. prometheus.IsThere ? prometheus.Panels() : [], .. graphs.Select(graph => Panel(plan, graph))];
        if (service is not null && panels.Length == 0)
            throw new LandfallException(ErrorCodes.DashboardService, $"Nothing of '{service}' of '--service' is measured by CloudWatch under a name that is known before, or by Prometheus. Choose a service with tasks or runs.");
        var id = $"{plan.Prefix}{(service is null ? "" : $"-{service}")}";
        return new JsonObject
        {
            ["uid"] = id.Length <= LongestId ? id : id[..LongestId],
            ["title"] = $"{plan.App} {plan.Environment}{(service is null ? "" : $" {service}")}",
            ["tags"] = new JsonArray("landfall", plan.App, plan.Environment),
            ["schemaVersion"] = SchemaVersion,
            ["timezone"] = "browser",
            ["refresh"] = "1m",
            ["time"] = new JsonObject { ["from"] = "now-6h", ["to"] = "now" },
            ["templating"] = new JsonObject { ["list"] = Variables(plan, graphs, prometheus) },
            // Its annotations of alarms read the statistic of each, which those of several metrics do not have.
            ["annotations"] = new JsonObject { ["list"] = new JsonArray([.. prometheus.IsThere ? prometheus.Marks() : []]) },
            ["panels"] = new JsonArray([.. panels.Select((panel, i) => panel.Write(i))]),
        };
    }

    private static AppPlan Only(AppPlan plan, string name)
    {
        var service = plan.Services.FirstOrDefault(service => service.Title == name || service.Name == name)
            ?? throw new LandfallException(ErrorCodes.DashboardService, $"'{name}' of '--service' is no service of {plan.Environment}, which has {string.Join(", ", plan.Services.Select(one => one.Title))}.");
        return plan with
        {
            Services = [service],
            Queues = [.. plan.Queues.Where(queue => service.Uses.Any(use => use.Kind is UseKind.Queue or UseKind.QueueConsumer && use.Target == queue.Name))],
            Tables = [.. plan.Tables.Where(table => service.Uses.Any(use => use.Kind == UseKind.Table && use.Target == table.Name))],
        };
    }

    private static JsonArray Variables(AppPlan plan, IEnumerable<Graph> graphs, GrafanaPrometheus prometheus)
    {
        var variables = new JsonArray(new JsonObject { ["name"] = "datasource", ["label"] = "Data source", ["type"] = "datasource", ["query"] = "cloudwatch" });
        if (prometheus.IsThere)
            variables.Add(prometheus.Choice());
        if (plan.Account is null && graphs.Any(graph => graph.Lines.Any(line => line.Space == "AWS/States")))
            variables.Add(new JsonObject { ["name"] = Account, ["label"] = "Account", ["type"] = "textbox", ["query"] = "" }); // metrics of jobs have it in their names
        return variables;
    }

    private static GrafanaPanel Panel(AppPlan plan, Graph graph) => new(graph.Title, graph.Unit, Source(), [.. graph.Lines.Select((line, i) => Target(plan, line, i))]);

    private static JsonObject Target(AppPlan plan, GraphLine line, int index)
    {
        var dimensions = new JsonObject();
        foreach (var (name, value) in line.Dimensions)
            dimensions[name] = new JsonArray(value);
        return new JsonObject
        {
            ["refId"] = GrafanaPanel.Reference(index),
            ["datasource"] = Source(),
            ["queryMode"] = "Metrics",
            ["metricQueryType"] = 0,
            ["metricEditorMode"] = 0,
            ["region"] = plan.Region,
            ["namespace"] = line.Space,
            ["metricName"] = line.Metric,
            ["dimensions"] = dimensions,
            ["matchExact"] = true,
            ["statistic"] = line.Statistic,
            ["period"] = "60",
            ["id"] = "",
            ["expression"] = "",
            ["label"] = line.Label,
        };
    }

    private static JsonObject Source() => new() { ["type"] = "cloudwatch", ["uid"] = "${datasource}" };
}
