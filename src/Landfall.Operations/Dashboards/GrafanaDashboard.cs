using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Dashboards;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Operations.Dashboards;

/// <summary>
/// An environment as a dashboard of Grafana's, over its data source for CloudWatch (Grafana documentation, "Dashboard JSON model",
/// "Amazon CloudWatch query editor"). Whoever imports it chooses the data source.
/// </summary>
internal static class GrafanaDashboard
{
    // Grafana 11; a later one brings it up to its own by itself.
    private const int SchemaVersion = 39;

    // A dashboard is 24 columns wide.
    private const int Width = 8;
    private const int Height = 8;
    private const int Columns = 24;

    private const string Account = "account";

    /// <summary>Writes the dashboard.</summary>
    /// <param name="plan">The environment.</param>
    /// <returns>Its model; the same plan gives the same bytes.</returns>
    public static JsonObject Write(AppPlan plan)
    {
        var partition = RegionTable.Of(plan.Region).Partition;
        var graphs = new EnvironmentGraphs(plan, name => $"arn:{partition}:states:{plan.Region}:{plan.Account ?? $"${{{Account}}}"}:stateMachine:{name}").All().ToList();
        return new JsonObject
        {
            ["uid"] = plan.Prefix.Length <= 40 ? plan.Prefix : plan.Prefix[..40], // the most that Grafana takes
            ["title"] = $"{plan.App} {plan.Environment}",
            ["tags"] = new JsonArray("landfall", plan.App, plan.Environment),
            ["schemaVersion"] = SchemaVersion,
            ["timezone"] = "browser",
            ["refresh"] = "1m",
            ["time"] = new JsonObject { ["from"] = "now-6h", ["to"] = "now" },
            ["templating"] = new JsonObject { ["list"] = Variables(plan, graphs) },
            // Its annotations of alarms read the statistic of each, which those of several metrics do not have.
            ["annotations"] = new JsonObject { ["list"] = new JsonArray() },
            ["panels"] = new JsonArray([.. graphs.Select((graph, i) => Panel(plan, graph, i))]),
        };
    }

    private static JsonArray Variables(AppPlan plan, IEnumerable<Graph> graphs)
    {
        var variables = new JsonArray(new JsonObject { ["name"] = "datasource", ["label"] = "Data source", ["type"] = "datasource", ["query"] = "cloudwatch" });
        if (plan.Account is null && graphs.Any(graph => graph.Lines.Any(line => line.Space == "AWS/States")))
            variables.Add(new JsonObject { ["name"] = Account, ["label"] = "Account", ["type"] = "textbox", ["query"] = "" }); // metrics of jobs have it in their names
        return variables;
    }

    private static JsonObject Panel(AppPlan plan, Graph graph, int index) => new()
    {
        ["id"] = index + 1,
        ["type"] = "timeseries",
        ["title"] = graph.Title,
        ["datasource"] = Source(),
        ["gridPos"] = new JsonObject { ["x"] = index * Width % Columns, ["y"] = index * Width / Columns * Height, ["w"] = Width, ["h"] = Height },
        ["fieldConfig"] = new JsonObject { ["defaults"] = new JsonObject { ["unit"] = UnitOf(graph.Unit), ["min"] = 0 }, ["overrides"] = new JsonArray() },
        ["options"] = new JsonObject
        {
            ["legend"] = new JsonObject { ["displayMode"] = "list", ["placement"] = "bottom", ["showLegend"] = true },
            ["tooltip"] = new JsonObject { ["mode"] = "multi", ["sort"] = "desc" },
        },
        ["targets"] = new JsonArray([.. graph.Lines.Select((line, i) => Target(plan, line, i))]),
    };

    private static JsonObject Target(AppPlan plan, GraphLine line, int index)
    {
        var dimensions = new JsonObject();
        foreach (var (name, value) in line.Dimensions)
            dimensions[name] = new JsonArray(value);
        return new JsonObject
        {
            ["refId"] = string.Create(CultureInfo.InvariantCulture, $"Q{index + 1}"),
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

    private static string UnitOf(GraphUnit unit) => unit switch
    {
        GraphUnit.Percent => "percent",
        GraphUnit.Seconds => "s",
        GraphUnit.Milliseconds => "ms",
        _ => "short",
    };
}
