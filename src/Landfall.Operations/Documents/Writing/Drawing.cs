using Landfall.Config.Topology;

namespace Landfall.Operations.Documents.Writing;

/// <summary>A picture of what uses what.</summary>
/// <param name="Topology">What is drawn.</param>
internal sealed record Drawing(AppTopology Topology) : Block;
