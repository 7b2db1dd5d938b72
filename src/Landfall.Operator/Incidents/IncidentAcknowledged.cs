namespace Landfall.Operator.Incidents;

/// <summary>Who has taken an incident on.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Id">The incident's number.</param>
/// <param name="By">Who.</param>
/// <param name="Note">What they say of it; may be empty.</param>
/// <param name="Changed">False where they had taken it on already, with the same words.</param>
internal sealed record IncidentAcknowledged(string App, string Environment, long Id, string By, string Note, bool Changed);
