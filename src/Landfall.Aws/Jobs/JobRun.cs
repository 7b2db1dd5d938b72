namespace Landfall.Aws.Jobs;

/// <summary>A run of a state machine.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="State"><c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</param>
/// <param name="Started">When it began.</param>
/// <param name="Ended">When it ended; null while it has not.</param>
public sealed record JobRun(string Arn, string State, DateTimeOffset Started, DateTimeOffset? Ended);
