using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK.AWS.CloudWatch;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Dashboards;

/// <summary>What a dashboard shows: graphs in rows of three, in the order in which they are added.</summary>
/// <param name="stack">The stack that it is in.</param>
internal sealed class DashboardBody(LandfallStack stack)
{
    // A dashboard is 24 columns wide (Amazon CloudWatch API, Dashboard body structure and syntax).
    private const int Width = 8;
    private const int Height = 6;
    private const int Columns = 24;

    // References of the templates have quotation marks of their own; the CDK writes them as parts of the text.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly JsonArray _widgets = [];
    private int _graphs;
    private int _top;

    /// <summary>Adds the states of alarms, over the whole width.</summary>
    public void Alarms(string title, IEnumerable<string> arns)
    {
        _widgets.Add(new JsonObject
        {
            ["type"] = "alarm",
            ["x"] = 0,
            ["y"] = 0,
            ["width"] = Columns,
            ["height"] = 3,
            ["properties"] = new JsonObject
            {
                ["title"] = title,
                ["alarms"] = new JsonArray([.. arns.Select(arn => JsonValue.Create(arn))]),
                // What rings comes first, and of these what changed last.
                ["sortBy"] = "stateUpdatedTimestamp",
            },
        });
        _top = 3;
    }

    /// <summary>Adds a graph.</summary>
    /// <param name="title">Its title, with the unit.</param>
    /// <param name="lines">Its lines, of <see cref="DashboardLine"/>.</param>
    /// <param name="region">The region of its metrics, where that is another.</param>
    /// <param name="limit">Where an alarm rings, which is drawn across the graph; null where none does.</param>
    public void Graph(string title, IEnumerable<JsonArray> lines, string? region = null, double? limit = null)
    {
        var widget = new JsonObject
        {
            ["type"] = "metric",
            ["x"] = _graphs * Width % Columns,
            ["y"] = _top + (_graphs * Width / Columns * Height),
            ["width"] = Width,
            ["height"] = Height,
            ["properties"] = new JsonObject
            {
                ["title"] = title,
                ["region"] = region ?? stack.Plan.Region,
                ["view"] = "timeSeries",
                ["period"] = 60,
                ["metrics"] = new JsonArray([.. lines]),
                ["yAxis"] = new JsonObject { ["left"] = new JsonObject { ["min"] = 0 }, ["right"] = new JsonObject { ["min"] = 0 } },
            },
        };
        if (limit is { } value)
        {
            widget["properties"]!["annotations"] = new JsonObject { ["horizontal"] = new JsonArray(new JsonObject { ["label"] = "alarm", ["value"] = value }) };
        }

        _widgets.Add(widget);
        _graphs++;
    }

    /// <summary>Creates the dashboard, under its stack's name, which no other has.</summary>
    public void Create() => _ = new CfnDashboard(stack, "Dashboard", new CfnDashboardProps
    {
        DashboardName = stack.Plan.AwsNames.Stack(stack.Part),
        DashboardBody = new JsonObject { ["widgets"] = _widgets }.ToJsonString(Options),
    });
}
