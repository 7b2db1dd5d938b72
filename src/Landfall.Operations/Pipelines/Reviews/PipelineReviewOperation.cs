using System.Text.RegularExpressions;
using Landfall.Aws;
using Landfall.Aws.Bedrock;
using Landfall.Config;
using Landfall.Operations.Init;
using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>Lets a model read a change, and writes what it finds on the pull request. It approves nothing, and fails only where it is told to.</summary>
internal sealed partial class PipelineReviewOperation : Operation<PipelineReviewParameters, ReviewReport>
{
    // "The timeout period for inference calls to Anthropic Claude 3.7 Sonnet and Claude 4 models is 60 minutes" (Amazon Bedrock User
    // Guide). An answer of some thousand tokens is there in two or three; whoever waits longer pays a build server.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public override string Name => "pipeline review";

    /// <inheritdoc />
    public override string Summary => "Let a model of Amazon Bedrock review the change of a pull request, without secrets.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override async Task<ReviewReport> RunAsync(PipelineReviewParameters parameters, Agreed agreed, OperationContext context)
    {
        using var session = new AwsSession(FirstRegion.Of(parameters.Region), context.Time, timeout: Longest);
        return await ReviewAsync(parameters, Environment.GetEnvironmentVariable(PullPlace.TokenVariable), session, context).ConfigureAwait(false);
    }

    /// <summary>Reviews with a token.</summary>
    /// <param name="parameters">What to review.</param>
    /// <param name="token">The token; null where there is none.</param>
    /// <param name="session">Whose Bedrock is asked.</param>
    /// <param name="context">Who reviews.</param>
    /// <returns>The review.</returns>
    internal static async Task<ReviewReport> ReviewAsync(PipelineReviewParameters parameters, string? token, AwsSession session, OperationContext context)
    {
        var budget = ReviewBudget.Of(parameters);
        if (!ModelForm().IsMatch(parameters.Model))
            throw new LandfallException(ErrorCodes.ReviewOption, $"'--model' is '{PullText.Line(parameters.Model, 100)}', but has to be the id or ARN of a model or an inference profile, such as eu.amazon.nova-pro-v1:0.");
        using var diff = await GitDiff.OpenAsync(Path.GetFullPath(parameters.Folder), parameters.Base, parameters.Commit ?? "HEAD", context.Stop).ConfigureAwait(false);
        var (place, api) = Place(parameters, diff.Commit);
        var input = await ReviewInput.TakeAsync(diff, budget.Input - ReviewRequest.Overhead, context.Stop).ConfigureAwait(false);
        var report = new ReviewReport(null, diff.Commit, [], 0, [.. input.Files.Select(file => file.Path)], input.LeftOut, input.Files.Sum(file => file.Masked), null, Failed: false, "");
        if (parameters.DryRun)
            return report with { Shown = input.Text };
        if (place is null)
            return await AskAsync(parameters, report, input, budget, session, context).ConfigureAwait(false);

        // Before anything is paid for.
        using var asked = place.Open(api!, token, context);
        if (await place.FindAsync(asked).ConfigureAwait(false) is not { } thread)
            return report with { Outcome = PullOutcome.None };
        if (await thread.RefusalAsync().ConfigureAwait(false) is { } refusal)
            return report with { Outcome = refusal };
        report = await AskAsync(parameters, report, input, budget, session, context).ConfigureAwait(false);

        // The model has taken its time.
        return report with
        {
            Outcome = await thread.RefusalAsync().ConfigureAwait(false) ?? await thread.CommentAsync(new ReviewComment(place.Name, report).Start, report.Comment).ConfigureAwait(false),
        };
    }

    private static async Task<ReviewReport> AskAsync(PipelineReviewParameters parameters, ReviewReport report, ReviewInput input, ReviewBudget budget, AwsSession session, OperationContext context)
    {
        if (input.Files.Count > 0)
        {
            context.Watcher.Say($"'{parameters.Model}' reads {input.Files.Count} {(input.Files.Count == 1 ? "file" : "files")}.");
            var answer = ReviewAnswer.Read(await ConverseAsync(parameters.Model, ReviewRequest.Write(input, budget.Output), session, context.Stop).ConfigureAwait(false), input.Files);
            report = report with
            {
                Findings = answer.Findings,
                Dropped = answer.Dropped,
                Use = new ReviewUse(answer.InputTokens, answer.OutputTokens, ReviewBudget.Cost(parameters, answer.InputTokens, answer.OutputTokens)),
                Failed = answer.Findings.Any(finding => finding.Severity >= parameters.FailOn),
            };
        }

        if (parameters.Sarif is { } sarif)
            await File.WriteAllTextAsync(sarif, ReviewSarif.Of(report.Findings), context.Stop).ConfigureAwait(false);
        return report with { Comment = new ReviewComment(parameters.Name ?? "this change", report).Write() };
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> ConverseAsync(string model, System.Text.Json.Nodes.JsonObject request, AwsSession session, CancellationToken stop)
    {
        try
        {
            return await new ConverseClient(session).ConverseAsync(model, request, stop).ConfigureAwait(false);
        }
        catch (AwsException e) when (ModelFailure.Of(e, model, session.Region) is { } failure)
        {
            throw failure;
        }
    }

    private static (PullPlace? Place, Uri? Api) Place(PipelineReviewParameters parameters, string commit)
    {
        if (parameters.Service is not { } service)
        {
            var alone = parameters switch
            {
                { Repository: not null } => "--repository",
                { Pull: not null } => "--pull",
                { Branch: not null } => "--branch",
                { Name: not null } => "--name",
                { Api: not null } => "--api",
                _ => null,
            };
            return alone is null ? (null, null) : throw new LandfallException(ErrorCodes.ReviewOption, $"'{alone}' is of a pull request, and '--service' does not say where it is. Give '--service' too, or leave it out.");
        }

        if (parameters.Repository is null || parameters.Name is null)
            throw new LandfallException(ErrorCodes.ReviewOption, $"'--service' needs '{(parameters.Repository is null ? "--repository" : "--name")}' too: it says {(parameters.Repository is null ? "whose pull request it is" : "which comment is written again")}. Give it, or leave '--service' out.");
        var place = new PullPlace(service, parameters.Repository, parameters.Pull, parameters.Branch, commit, parameters.Name, parameters.Api);
        return (place, place.Check());
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.:/_-]{0,2047}\z")]
    private static partial Regex ModelForm();
}
