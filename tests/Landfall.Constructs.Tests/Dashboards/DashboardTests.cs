using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Alarms;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Dashboards;

/// <summary>What dashboards show, from the graph of what uses what.</summary>
public class DashboardTests
{
    private const string Shop = """
        app: shop
        region: eu-west-1
        dashboards: services
        environments: { dev: {} }
        databases: { orders: { engine: aurora-postgresql }, ledger: { engine: postgresql } }
        tables: { audit: { partitionKey: id }, other: { partitionKey: id } }
        queues: { emails: {} }
        services:
          api: { type: web, image: n, uses: [orders, ledger, audit, inner], alarms: { errorRate: 2.5%, latencyP99: 800ms } }
          inner: { type: internal, image: n, alarms: { latencyP99: 900ms } }
          mailer: { type: worker, image: n, queue: emails }
          nightly: { type: job, image: n, schedule: "0 3 * * *" }
        """;

    private static readonly Lazy<SortedDictionary<string, JsonNode>> Templates = new(() => Synthesis.Run(TestPlan.Of(Shop)));

    [Fact]
    public void Synth_Service_ShowsRequestsTasksAndWhatItUses() => Assert.Equal(
        [
            "Requests a minute", "5xx answers (%)", "Response time (s)", "CPU and memory (%)", "Tasks and deployments",
            "orders: capacity (%)", "orders: connections", "orders: latency (s)", "ledger: capacity (%)", "ledger: connections", "ledger: latency (s)", "audit: throttled",
        ],
        Widgets("api").Select(Title));

    [Fact]
    public void Synth_Worker_ShowsItsQueueAndNoRequests()
    {
        Assert.Equal(["CPU and memory (%)", "Tasks and deployments", "emails: messages", "emails: oldest message (s)"], Widgets("mailer").Select(Title));
        Assert.Equal(
            """["AWS/SQS","ApproximateNumberOfMessagesVisible","QueueName","shop-dev-emails-dead",{"stat":"Maximum","label":"dead letters"}]""",
            Lines("mailer", "emails: messages")[2]!.ToJsonString());
    }

    [Fact]
    public void Synth_Job_ShowsItsRuns()
    {
        Assert.Equal(["Runs", "Failed runs", "Duration (ms)"], Widgets("nightly").Select(Title));
        var line = Lines("nightly", "Failed runs")[0]!.ToJsonString();
        Assert.StartsWith("""["AWS/States","ExecutionsFailed","StateMachineArn","arn:""", line, StringComparison.Ordinal);
        Assert.Contains(":stateMachine:shop-dev-nightly\",{\"stat\":\"Sum\"", line, StringComparison.Ordinal);
        Assert.Equal(["ExecutionsFailed", "ExecutionsTimedOut"], Lines("network", "Failed runs").Select(metric => (string)metric![1]!));
    }

    [Fact]
    public void Synth_Service_PercentilesAreThoseOfItsTargetGroups()
    {
        var lines = Lines("api", "Response time (s)");

        Assert.Equal(["p50", "p95", "p99", "deployment under way"], lines.Where(line => line!.AsArray().Count == 1).Select(line => (string)line![0]!["label"]!));
        Assert.Equal("MAX([FILL(b0, 0), FILL(b1, 0)])", (string?)lines[5]![0]!["expression"]);
        Assert.Equal("""{"stat":"p95","id":"b0","visible":false}""", lines[3]!.AsArray()[^1]!.ToJsonString());
        Assert.Equal("[TargetGroup.TargetGroupFullName]", (string?)lines[3]![3]);
        Assert.Equal("[EdgeFullName]", (string?)lines[3]![5]);
        Assert.Equal("Response time (ms)", Title(Widgets("inner")[2]));
    }

    [Theory]
    [InlineData("Requests a minute")]
    [InlineData("5xx answers (%)")]
    [InlineData("Response time (s)")]
    public void Synth_Requests_AreMarkedWhileADeploymentIsUnderWay(string title)
    {
        var lines = Lines("api", title);

        Assert.Equal("""["ECS/ContainerInsights","DeploymentCount","ClusterName","shop-dev","ServiceName","api",{"stat":"Average","label":"deployments","id":"deployments","visible":false}]""", lines[^2]!.ToJsonString());
        Assert.Equal(("IF(deployments > 1, 1, 0)", "right"), ((string)lines[^1]![0]!["expression"]!, (string)lines[^1]![0]!["yAxis"]!));
    }

    [Fact]
    public void Synth_Requests_ShowWhereAnAlarmRings()
    {
        Assert.Equal("""{"horizontal":[{"label":"alarm","value":2.5}]}""", Annotations("api", "5xx answers (%)"));
        Assert.Equal("""{"horizontal":[{"label":"alarm","value":0.8}]}""", Annotations("api", "Response time (s)"));
        Assert.Null(Annotations("api", "Requests a minute"));
        Assert.Equal("""{"horizontal":[{"label":"alarm","value":900}]}""", Annotations("inner", "Response time (ms)"));

        static string? Annotations(string part, string title) => Widgets(part).Single(widget => Title(widget) == title)["properties"]!["annotations"]?.ToJsonString();
    }

    [Theory]
    [InlineData("orders: capacity (%)", "ACUUtilization", "DBClusterIdentifier")]
    [InlineData("ledger: capacity (%)", "CPUUtilization", "DBInstanceIdentifier")]
    public void Synth_Database_IsFoundByItsPublishedArn(string title, string metric, string dimension)
    {
        var line = Lines("api", title)[0]!;

        Assert.Equal(metric, (string?)line[1]);
        Assert.Equal(dimension, (string?)line[2]);
        Assert.Contains("{\"Fn::Select\":[6,{\"Fn::Split\":[\":\",{\"Ref\":\"Databases", Templates.Value["shop-dev-api"]["Resources"]!["Dashboard"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Synth_Graphs_AreInRowsOfThree() => Assert.Equal(
        [(0, 0), (8, 0), (16, 0), (0, 6), (8, 6)],
        Widgets("api").Take(5).Select(widget => ((int)widget["x"]!, (int)widget["y"]!)));

    [Fact]
    public void Synth_Environment_ShowsEveryFaultThenTasksQueuesAndTables()
    {
        var widgets = Widgets("network");

        Assert.Equal(["Is everything well?", "Tasks", "CPU (%)", "Memory (%)", "Deployments (more than one: under way)", "Runs of jobs", "Failed runs", "Longest run (ms)", "Messages that wait", "Oldest message (s)", "Dead letters", "Throttled"], widgets.Select(Title));
        Assert.Equal(
            ["shop-dev-api-Fault", "shop-dev-inner-Fault", "shop-dev-mailer-Fault", "shop-dev-nightly-Failed"],
            widgets[0]["properties"]!["alarms"]!.AsArray().Select(arn => ((string)arn!).Split(":alarm:")[1]));
        Assert.Equal("stateUpdatedTimestamp", (string?)widgets[0]["properties"]!["sortBy"]);
        Assert.Equal((0, 3), ((int)widgets[1]["x"]!, (int)widgets[1]["y"]!));
        Assert.Equal(4, widgets[^1]["properties"]!["metrics"]!.AsArray().Count);
        Assert.Equal("eu-west-1", (string?)widgets[1]["properties"]!["region"]);
        Assert.Equal("shop-dev-network", (string?)Templates.Value["shop-dev-network"]["Resources"]!["Dashboard"]!["Properties"]!["DashboardName"]);
    }

    [Fact]
    public void Synth_Environment_NamesAlarmsThatThereAre()
    {
        foreach (var arn in Widgets("network")[0]["properties"]!["alarms"]!.AsArray())
        {
            var name = ((string)arn!).Split(":alarm:")[1];
            Assert.Contains(Templates.Value.Values.SelectMany(template => template["Resources"]!.AsObject()), resource => (string?)resource.Value!["Properties"]?["AlarmName"] == name);
        }
    }

    [Theory]
    [InlineData("", true, false)]
    [InlineData("dashboards: environment", true, false)]
    [InlineData("dashboards: services", true, true)]
    [InlineData("dashboards: none", false, false)]
    public void Synth_Mode_SaysWhichThereAre(string key, bool ofAll, bool ofEach)
    {
        var templates = new AlarmTemplates($"{key}\nservices: {{ api: {{ type: web, image: n }} }}");

        Assert.Equal(ofAll ? ["Dashboard"] : [], templates.OfType("network", "AWS::CloudWatch::Dashboard").Keys);
        Assert.Equal(ofEach ? ["Dashboard"] : [], templates.OfType("api", "AWS::CloudWatch::Dashboard").Keys);
    }

    [Fact]
    public void Synth_NothingThatRuns_HasNoDashboard() =>
        Assert.Empty(new AlarmTemplates("tables: { t: { partitionKey: id } }").OfType("network", "AWS::CloudWatch::Dashboard"));

    private static string Title(JsonNode widget) => (string)widget["properties"]!["title"]!;

    private static JsonArray Lines(string part, string title) =>
        Widgets(part).Single(widget => Title(widget) == title)["properties"]!["metrics"]!.AsArray();

    /// <summary>The widgets, in which a reference is the name that it refers to in brackets.</summary>
    private static JsonNode[] Widgets(string part)
    {
        var body = Templates.Value[$"shop-dev-{part}"]["Resources"]!["Dashboard"]!["Properties"]!["DashboardBody"]!;
        var text = body is JsonObject ? string.Concat(body["Fn::Join"]![1]!.AsArray().Select(Piece)) : (string)body!;
        return [.. JsonNode.Parse(text)!["widgets"]!.AsArray().Select(widget => widget!)];
    }

    private static string Piece(JsonNode? piece) => piece switch
    {
        JsonObject reference when reference["Ref"] is { } name => $"[{name}]",
        JsonObject attribute when attribute["Fn::GetAtt"] is { } path => $"[{path[0]}.{path[1]}]",
        JsonObject => "[…]",
        _ => (string)piece!,
    };
}
