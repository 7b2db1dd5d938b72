namespace Landfall.Config.Dashboards;

/// <summary>A line of a graph: a metric of CloudWatch's.</summary>
/// <param name="Label">What the legend says.</param>
/// <param name="Space">The namespace.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="Dimensions">The dimensions.</param>
internal sealed record GraphLine(string Label, string Space, string Metric, string Statistic, params IReadOnlyList<(string Name, string Value)> Dimensions);
