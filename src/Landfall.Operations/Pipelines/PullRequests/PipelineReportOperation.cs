using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>Shows on a pull request what it would change: a comment, written again at each push, and a status of its commit.</summary>
internal sealed partial class PipelineReportOperation : Operation<PipelineReportParameters, PullReport>
{
    /// <summary>The variable that the token is in: what is an argument stands in lists of processes and in logs.</summary>
    public const string TokenVariable = "LANDFALL_PULL_TOKEN";

    /// <inheritdoc />
    public override string Name => "pipeline report";

    /// <inheritdoc />
    public override string Summary => "Show on a pull request what it would change, as a comment and a commit status.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override Task<PullReport> RunAsync(PipelineReportParameters parameters, Agreed agreed, OperationContext context) =>
        ReportAsync(parameters, Environment.GetEnvironmentVariable(TokenVariable), context);

    /// <summary>Reports with a token.</summary>
    /// <param name="parameters">What to report.</param>
    /// <param name="token">The token; null where there is none.</param>
    /// <param name="context">Who reports.</param>
    /// <returns>What was reported.</returns>
    internal static async Task<PullReport> ReportAsync(PipelineReportParameters parameters, string? token, OperationContext context)
    {
        var (api, url) = (Check(parameters), parameters.Url is null ? null : Address("--url", parameters.Url));
        var comment = new PullComment(parameters.Name, ReportedChanges.Read(parameters.Changes));
        var report = new PullReport(PullOutcome.Shown, comment.Status, comment.Succeeded, comment.Write(parameters.Service != PullService.Bitbucket, parameters.Commit, url));
        if (parameters.DryRun)
            return report;
        using var asked = Open(parameters, api, token, context);
        if (await NumberAsync(parameters, asked).ConfigureAwait(false) is not { } number)
            return report with { Outcome = PullOutcome.None };
        IPullClient pull = parameters.Service switch
        {
            PullService.Github => new GithubPulls(asked, parameters.Repository, number),
            PullService.Gitlab => new GitlabPulls(asked, parameters.Repository, number),
            _ => new BitbucketPulls(asked, parameters.Repository, number),
        };
        return report with { Outcome = await WriteAsync(pull, comment.Start, report, parameters, url).ConfigureAwait(false) };
    }

    private static async Task<PullOutcome> WriteAsync(IPullClient pull, string start, PullReport report, PipelineReportParameters parameters, Uri? url)
    {
        var found = await pull.ReadAsync().ConfigureAwait(false);
        if (!found.IsOpen)
            return PullOutcome.Closed;

        // What a fork's build has written is anybody's.
        if (found.IsFork)
            return PullOutcome.Fork;
        if (found.Commit.Length < 12 || !parameters.Commit.StartsWith(found.Commit, StringComparison.OrdinalIgnoreCase))
            return PullOutcome.MovedOn;
        var outcome = await CommentAsync(pull, start, report.Comment).ConfigureAwait(false);
        if (!parameters.NoStatus)
            await pull.SetStatusAsync(parameters.Commit, new CommitStatus($"landfall/{parameters.Name}", report.Succeeded, report.Status, url?.AbsoluteUri)).ConfigureAwait(false);
        return outcome;
    }

    private static async Task<PullOutcome> CommentAsync(IPullClient pull, string start, string text)
    {
        if (await pull.FindCommentAsync(start).ConfigureAwait(false) is { } id)
        {
            try
            {
                await pull.ChangeCommentAsync(id, text).ConfigureAwait(false);
                return PullOutcome.Updated;
            }
            catch (LandfallException e) when (e.Code is ErrorCodes.PullDenied or ErrorCodes.PullNotFound)
            {
                // Somebody else's that begins so, or one that has gone since: it keeps nobody from seeing the change.
            }
        }

        await pull.AddCommentAsync(text).ConfigureAwait(false);
        return PullOutcome.Added;
    }

    private static async Task<long?> NumberAsync(PipelineReportParameters parameters, PullApi api) => parameters switch
    {
        { Pull: { } pull } => pull,
        { Service: PullService.Github } => await GithubPulls.FindAsync(api, parameters.Repository, parameters.Commit, parameters.Branch!).ConfigureAwait(false),
        { Service: PullService.Gitlab } => await GitlabPulls.FindAsync(api, parameters.Repository, parameters.Commit, parameters.Branch!).ConfigureAwait(false),
        _ => await BitbucketPulls.FindAsync(api, parameters.Repository, parameters.Commit, parameters.Branch!).ConfigureAwait(false),
    };

    private static PullApi Open(PipelineReportParameters parameters, Uri api, string? stored, OperationContext context)
    {
        // A secret that was stored from a file often ends in a line break.
        var token = stored?.Trim() is { Length: > 0 } given
            ? given
            : throw new LandfallException(ErrorCodes.PullToken, $"There is no token in {TokenVariable}. Give it one that may read and write pull requests and commit statuses of '{parameters.Repository}'.");
        if (token.Any(c => c is <= ' ' or > '~'))
            throw new LandfallException(ErrorCodes.PullToken, $"What is in {TokenVariable} is no token: it has blanks, line breaks or letters that no token has. Store the token alone in the secret.");
        return new PullApi(api, parameters.Service == PullService.Gitlab ? ("PRIVATE-TOKEN", token) : ("Authorization", $"Bearer {token}"), context);
    }

    private static Uri Check(PipelineReportParameters parameters)
    {
        var parts = parameters.Repository.Split('/');
        if (!RepositoryForm().IsMatch(parameters.Repository) || parts.Contains(".") || parts.Contains("..") || (parts.Length != 2 && parameters.Service != PullService.Gitlab))
            throw Wrong("--repository", parameters.Repository, "a repository with its owner, such as acme/shop");
        if (parameters.Pull is { } pull ? pull <= 0 : string.IsNullOrEmpty(parameters.Branch))
            throw Wrong("--pull", parameters.Pull?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", "the number of a pull request, or '--branch' the branch that it goes to");
        if (!CommitForm().IsMatch(parameters.Commit))
            throw Wrong("--commit", parameters.Commit, "a commit in full, of 40 or 64 hexadecimal digits");
        if (!NameForm().IsMatch(parameters.Name))
            throw Wrong("--name", parameters.Name, "at most 100 letters, digits, dots and hyphens");
        if (parameters.Changes.Count is 0 or > ReportedChanges.Most)
            throw new LandfallException(ErrorCodes.PullOption, $"'--change' is given {parameters.Changes.Count} times, but a report has 1 to {ReportedChanges.Most} changes.");
        return Address("--api", parameters.Api ?? parameters.Service switch
        {
            PullService.Github => "https://api.github.com",
            PullService.Gitlab => "https://gitlab.com/api/v4",
            _ => "https://api.bitbucket.org/2.0",
        });
    }

    /// <summary>An address to which a token may be sent: of TLS, or of this machine.</summary>
    private static Uri Address(string option, string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && uri.UserInfo.Length == 0
        && (option != "--api" || uri is { Query: "", Fragment: "" })
            ? uri
            : throw Wrong(option, given, "an address that begins with https://");

    private static LandfallException Wrong(string option, string given, string wanted) =>
        new(ErrorCodes.PullOption, $"'{option}' is '{PullText.Line(given, 100)}', but has to be {wanted}.");

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+\z")]
    private static partial Regex RepositoryForm();

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex CommitForm();

    [GeneratedRegex(@"\A[A-Za-z0-9.-]{1,100}\z")]
    private static partial Regex NameForm();
}
