namespace Landfall.Aws.Alarms;

/// <summary>An alarm of CloudWatch and the state that it is in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State"><c>OK</c>, <c>ALARM</c> or <c>INSUFFICIENT_DATA</c>.</param>
/// <param name="Reason">Why, in CloudWatch's words.</param>
/// <param name="Since">Since when; null where CloudWatch does not say.</param>
/// <param name="Description">What it means, as it was deployed; may be empty.</param>
/// <param name="Acts">False where nobody is told while its actions are off.</param>
public sealed record MetricAlarmState(string Name, string State, string Reason, DateTimeOffset? Since, string Description, bool Acts);
