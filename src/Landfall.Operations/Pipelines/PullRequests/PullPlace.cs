using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.PullRequests;

/// <summary>The pull request that something is written on, as it is given.</summary>
/// <param name="Service">The service.</param>
/// <param name="Repository">The repository.</param>
/// <param name="Pull">The pull request, or null to find it by its commit.</param>
/// <param name="Branch">Where it goes to, or null.</param>
/// <param name="Commit">The commit that it has to have.</param>
/// <param name="Name">Whose writing it is.</param>
/// <param name="Api">The API's address, or null for the service's own.</param>
internal sealed partial record PullPlace(PullService Service, string Repository, long? Pull, string? Branch, string Commit, string Name, string? Api)
{
    /// <summary>The variable that the token is in: what is an argument stands in lists of processes and in logs.</summary>
    public const string TokenVariable = "LANDFALL_PULL_TOKEN";

    /// <summary>Checks what is given.</summary>
    /// <returns>The API's address.</returns>
    /// <exception cref="LandfallException">Something has another form.</exception>
    public Uri Check()
    {
        var parts = Repository.Split('/');
        if (!RepositoryForm().IsMatch(Repository) || parts.Contains(".") || parts.Contains("..") || (parts.Length != 2 && Service != PullService.Gitlab))
            throw Wrong("--repository", Repository, "a repository with its owner, such as acme/shop");
        if (Pull is { } pull ? pull <= 0 : string.IsNullOrEmpty(Branch))
            throw Wrong("--pull", Pull?.ToString(CultureInfo.InvariantCulture) ?? "", "the number of a pull request, or '--branch' the branch that it goes to");
        if (!CommitForm().IsMatch(Commit))
            throw Wrong("--commit", Commit, "a commit in full, of 40 or 64 hexadecimal digits");
        if (!NameForm().IsMatch(Name))
            throw Wrong("--name", Name, "at most 100 letters, digits, dots and hyphens");
        return Address("--api", Api ?? Service switch
        {
            PullService.Github => "https://api.github.com",
            PullService.Gitlab => "https://gitlab.com/api/v4",
            _ => "https://api.bitbucket.org/2.0",
        });
    }

    /// <summary>An address to which a token may be sent: of TLS, or of this machine.</summary>
    /// <param name="option">Where it is given.</param>
    /// <param name="given">The address.</param>
    /// <returns>The address.</returns>
    /// <exception cref="LandfallException">It is another.</exception>
    public static Uri Address(string option, string given) =>
        Uri.TryCreate(given, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) && uri.UserInfo.Length == 0
        && (option != "--api" || uri is { Query: "", Fragment: "" })
            ? uri
            : throw Wrong(option, given, "an address that begins with https://");

    /// <summary>Opens the service's API.</summary>
    /// <param name="api">Its address.</param>
    /// <param name="stored">The token; null where there is none.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>The API.</returns>
    /// <exception cref="LandfallException">There is no token.</exception>
    public PullApi Open(Uri api, string? stored, OperationContext context)
    {
        // A secret that was stored from a file often ends in a line break.
        var token = stored?.Trim() is { Length: > 0 } given
            ? given
            : throw new LandfallException(ErrorCodes.PullToken, $"There is no token in {TokenVariable}. Give it one that may read and write pull requests and commit statuses of '{Repository}'.");
        if (token.Any(c => c is <= ' ' or > '~'))
            throw new LandfallException(ErrorCodes.PullToken, $"What is in {TokenVariable} is no token: it has blanks, line breaks or letters that no token has. Store the token alone in the secret.");
        return new PullApi(api, Service == PullService.Gitlab ? ("PRIVATE-TOKEN", token) : ("Authorization", $"Bearer {token}"), context);
    }

    /// <summary>Finds the pull request.</summary>
    /// <param name="api">The service's API.</param>
    /// <returns>The pull request; null where no open one has the commit.</returns>
    public async Task<PullThread?> FindAsync(PullApi api) => await NumberAsync(api).ConfigureAwait(false) is not { } number ? null : new PullThread(
        Service switch
        {
            PullService.Github => new GithubPulls(api, Repository, number),
            PullService.Gitlab => new GitlabPulls(api, Repository, number),
            _ => new BitbucketPulls(api, Repository, number),
        },
        Commit);

    private async Task<long?> NumberAsync(PullApi api) => this switch
    {
        { Pull: { } pull } => pull,
        { Service: PullService.Github } => await GithubPulls.FindAsync(api, Repository, Commit, Branch!).ConfigureAwait(false),
        { Service: PullService.Gitlab } => await GitlabPulls.FindAsync(api, Repository, Commit, Branch!).ConfigureAwait(false),
        _ => await BitbucketPulls.FindAsync(api, Repository, Commit, Branch!).ConfigureAwait(false),
    };

    private static LandfallException Wrong(string option, string given, string wanted) =>
        new(ErrorCodes.PullOption, $"'{option}' is '{PullText.Line(given, 100)}', but has to be {wanted}.");

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)+\z")]
    private static partial Regex RepositoryForm();

    [GeneratedRegex(@"\A([0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex CommitForm();

    [GeneratedRegex(@"\A[A-Za-z0-9.-]{1,100}\z")]
    private static partial Regex NameForm();
}
