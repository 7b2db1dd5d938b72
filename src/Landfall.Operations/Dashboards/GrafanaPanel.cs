using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Dashboards;

namespace Landfall.Operations.Dashboards;

/// <summary>A graph of a dashboard of Grafana's.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Source">Its data source.</param>
/// <param name="Targets">Its queries.</param>
internal sealed record GrafanaPanel(string Title, GraphUnit Unit, JsonObject Source, JsonArray Targets)
{
    // A dashboard is 24 columns wide.
    private const int Width = 8;
    private const int Height = 8;
    private const int Columns = 24;

    /// <summary>What a query is called in its panel.</summary>
    public static string Reference(int index) => string.Create(CultureInfo.InvariantCulture, $"Q{index + 1}");

    /// <summary>Writes it.</summary>
    /// <param name="index">Its place among the panels.</param>
    /// <returns>Its model.</returns>
    public JsonObject Write(int index) => new()
    {
        ["id"] = index + 1,
        ["type"] = "timeseries",
        ["title"] = Title,
        ["datasource"] = Source,
        ["gridPos"] = new JsonObject { ["x"] = index * Width % Columns, ["y"] = index * Width / Columns * Height, ["w"] = Width, ["h"] = Height },
        ["fieldConfig"] = new JsonObject { ["defaults"] = new JsonObject { ["unit"] = UnitOf(Unit), ["min"] = 0 }, ["overrides"] = new JsonArray() },
        ["options"] = new JsonObject
        {
            ["legend"] = new JsonObject { ["displayMode"] = "list", ["placement"] = "bottom", ["showLegend"] = true },
            ["tooltip"] = new JsonObject { ["mode"] = "multi", ["sort"] = "desc" },
        },
        ["targets"] = Targets,
    };

    private static string UnitOf(GraphUnit unit) => unit switch
    {
        GraphUnit.Percent => "percent",
        GraphUnit.Seconds => "s",
        GraphUnit.Milliseconds => "ms",
        _ => "short",
    };
}
