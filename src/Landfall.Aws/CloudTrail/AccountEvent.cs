namespace Landfall.Aws.CloudTrail;

/// <summary>A call of somebody's that CloudTrail has noted.</summary>
/// <param name="At">When.</param>
/// <param name="Name">The operation, for example <c>SetQueueAttributes</c>.</param>
/// <param name="User">Who; null where CloudTrail names nobody.</param>
/// <param name="Changes">False for a call that only reads.</param>
/// <param name="Through">The address of the caller, or the AWS service that called; null where CloudTrail names none.</param>
public sealed record AccountEvent(DateTimeOffset At, string Name, string? User, bool Changes, string? Through);
