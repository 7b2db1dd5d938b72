namespace Landfall.Operations;

/// <summary>Who runs an operation, as others are told who wait for it to end.</summary>
/// <param name="Name">A person or a system: <c>ada@laptop</c>.</param>
/// <param name="Door">Where the call came in: <c>command line</c>.</param>
internal sealed record Caller(string Name, string Door);
