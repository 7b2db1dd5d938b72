namespace Landfall.Operations.Specs.Reading;

/// <summary>What a value has to be.</summary>
/// <param name="Operator"><c>=</c>, <c>!=</c>, <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;</c>, <c>&gt;=</c>, <c>has</c>, <c>exists</c> or <c>absent</c>.</param>
/// <param name="Value">What it is compared with; empty for <c>exists</c> and <c>absent</c>.</param>
internal sealed record Comparison(string Operator, string Value);
