namespace Landfall.Operations.Status;

/// <summary>An alarm that has gone off.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in CloudWatch's words.</param>
/// <param name="Since">Since when.</param>
internal sealed record ActiveAlarm(string Name, string Reason, DateTimeOffset? Since);
