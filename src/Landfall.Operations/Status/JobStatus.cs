namespace Landfall.Operations.Status;

/// <summary>How a job is.</summary>
/// <param name="Job">Its name in the file.</param>
/// <param name="Schedule">When it runs.</param>
/// <param name="State">Of its last run: <c>RUNNING</c>, <c>SUCCEEDED</c>, <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>; null where it has not run yet, or there is none.</param>
/// <param name="Started">When its last run began.</param>
/// <param name="Ended">When it ended.</param>
internal sealed record JobStatus(string Job, string Schedule, string? State, DateTimeOffset? Started, DateTimeOffset? Ended);
