namespace Landfall.Operator.Repairs;

/// <summary>A repair that was approved.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Incident">The incident's number.</param>
/// <param name="Repair">The repair's number in it.</param>
/// <param name="What">The operation that is run, and for what.</param>
/// <param name="Effects">What that does to those who use the system.</param>
/// <param name="By">Who approved it.</param>
internal sealed record RepairApproved(string App, string Environment, long Incident, int Repair, string What, IReadOnlyList<string> Effects, string By);
