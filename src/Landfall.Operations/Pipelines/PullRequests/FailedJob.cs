namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>A job of a pull request's build that failed.</summary>
/// <param name="Name">The job.</param>
/// <param name="Explanation">Why, as <c>build explain</c> has said it.</param>
internal sealed record FailedJob(string Name, string Explanation);
