namespace Landfall.Operator.Incidents;

/// <summary>Somebody has taken an incident on.</summary>
/// <param name="Incident">The incident's number.</param>
/// <param name="At">When.</param>
/// <param name="By">Who: <c>ada@laptop</c>.</param>
/// <param name="Note">What they say of it; may be empty.</param>
internal sealed record Acknowledgement(long Incident, DateTimeOffset At, string By, string Note);
