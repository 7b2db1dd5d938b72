namespace Landfall.Operator.Loop;

/// <summary>A signal that stands, and who says so: it is over when its source is read and does not tell it any more.</summary>
/// <param name="Source">The source.</param>
/// <param name="Node">The node of the topology.</param>
/// <param name="Name">What it is about.</param>
internal sealed record RaisedSignal(string Source, string Node, string Name);
