namespace Landfall.Aws.Metrics;

/// <summary>A metric of CloudWatch, and how its values are summed up.</summary>
/// <param name="Namespace">Whose it is, for example <c>AWS/ApplicationELB</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Statistic">The statistic, for example <c>Sum</c>, <c>p95</c> or <c>TC(:0.3)</c>.</param>
/// <param name="Period">Over how long: whole minutes.</param>
/// <param name="Dimensions">Its dimensions.</param>
public sealed record MetricQuery(
    string Namespace, string Name, string Statistic, TimeSpan Period, IReadOnlyList<(string Name, string Value)> Dimensions);
