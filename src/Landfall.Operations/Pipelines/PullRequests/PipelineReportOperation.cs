using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>Shows on a pull request what it would change: a comment, written again at each push, and a status of its commit.</summary>
internal sealed class PipelineReportOperation : Operation<PipelineReportParameters, PullReport>
{
    /// <inheritdoc />
    public override string Name => "pipeline report";

    /// <inheritdoc />
    public override string Summary => "Show on a pull request what it would change, or why its build failed, as a comment and a commit status.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override Task<PullReport> RunAsync(PipelineReportParameters parameters, Agreed agreed, OperationContext context) =>
        ReportAsync(parameters, Environment.GetEnvironmentVariable(PullPlace.TokenVariable), context);

    /// <summary>Reports with a token.</summary>
    /// <param name="parameters">What to report.</param>
    /// <param name="token">The token; null where there is none.</param>
    /// <param name="context">Who reports.</param>
    /// <returns>What was reported.</returns>
    internal static async Task<PullReport> ReportAsync(PipelineReportParameters parameters, string? token, OperationContext context)
    {
        var place = new PullPlace(parameters.Service, parameters.Repository, parameters.Pull, parameters.Branch, parameters.Commit, parameters.Name, parameters.Api);
        var (api, url) = (place.Check(), parameters.Url is null ? null : PullPlace.Address("--url", parameters.Url));
        var comment = TextOf(parameters);
        var report = new PullReport(PullOutcome.Shown, comment.Status, comment.Succeeded, comment.Write(parameters.Service != PullService.Bitbucket, parameters.Commit, url));
        if (parameters.DryRun)
            return report;
        using var asked = place.Open(api, token, context);
        if (await place.FindAsync(asked).ConfigureAwait(false) is not { } thread)
            return report with { Outcome = PullOutcome.None };
        if (await thread.RefusalAsync().ConfigureAwait(false) is { } refusal)
            return report with { Outcome = refusal };
        var outcome = await thread.CommentAsync(PullComment.StartOf(parameters.Name), report.Comment).ConfigureAwait(false);
        if (!parameters.NoStatus)
            await thread.SetStatusAsync(new CommitStatus($"landfall/{parameters.Name}", report.Succeeded, report.Status, url?.AbsoluteUri)).ConfigureAwait(false);
        return report with { Outcome = outcome };
    }

    private static IPullText TextOf(PipelineReportParameters parameters)
    {
        if (parameters is { Failure: not null, Changes.Count: > 0 })
            throw new LandfallException(ErrorCodes.PullOption, "'--failure' and '--change' exclude each other: a build that failed has no change to show. Remove one.");
        if (parameters.Failure is { } folder)
            return new PullFailure(parameters.Name, FailedJobs.Read(folder));
        if (parameters.Changes.Count is 0 or > ReportedChanges.Most)
            throw new LandfallException(ErrorCodes.PullOption, $"'--change' is given {parameters.Changes.Count} times, but a report has 1 to {ReportedChanges.Most} changes, or '--failure' where the build failed.");
        return new PullComment(parameters.Name, ReportedChanges.Read(parameters.Changes));
    }
}
