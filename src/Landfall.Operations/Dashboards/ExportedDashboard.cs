using System.Text.Json.Nodes;

namespace Landfall.Operations.Dashboards;

/// <summary>A dashboard for another program.</summary>
/// <param name="Model">What that program imports.</param>
internal sealed record ExportedDashboard(JsonObject Model);
