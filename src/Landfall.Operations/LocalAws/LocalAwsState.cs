namespace Landfall.Operations.LocalAws;

/// <summary>A running local AWS.</summary>
/// <param name="Endpoint">Its endpoint, for example <c>http://localhost:5555</c>.</param>
/// <param name="ProcessId">Its process.</param>
/// <param name="Started">When it was started, UTC.</param>
internal sealed record LocalAwsState(string Endpoint, int ProcessId, DateTimeOffset Started);
