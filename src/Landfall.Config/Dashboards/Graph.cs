namespace Landfall.Config.Dashboards;

/// <summary>A graph of a dashboard.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Unit">The unit of its values.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Graph(string Title, GraphUnit Unit, IReadOnlyList<GraphLine> Lines);
