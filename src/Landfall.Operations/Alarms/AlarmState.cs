namespace Landfall.Operations.Alarms;

/// <summary>How an alarm is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Service">The service that it is of, as the file calls it; null for one of the environment.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Reason">Why, in CloudWatch's words.</param>
/// <param name="Meaning">What it means and what to do, as it was deployed.</param>
/// <param name="Tells">False where nobody is told, because its actions are off.</param>
internal sealed record AlarmState(string Name, string? Service, string State, DateTimeOffset? Since, string Reason, string Meaning, bool Tells);
