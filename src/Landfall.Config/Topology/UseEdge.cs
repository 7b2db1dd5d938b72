using Landfall.Config.Plan;

namespace Landfall.Config.Topology;

/// <summary>A dependency: what <paramref name="From"/> does may fail because of <paramref name="To"/>.</summary>
/// <param name="From">The service that depends.</param>
/// <param name="To">The service or resource that it depends on.</param>
/// <param name="Label">What it does with it, in a word or two.</param>
/// <param name="Access">What it may do with it.</param>
public sealed record UseEdge(string From, string To, string Label, UseAccess Access);
