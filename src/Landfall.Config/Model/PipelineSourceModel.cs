using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>Where a pipeline's code comes from: exactly one of connection, codecommit, github and gitlab.</summary>
internal sealed record PipelineSourceModel : Section
{
    [Key("AWS CodePipeline runs the pipeline: ARN of the CodeConnections connection to GitHub, GitLab or Bitbucket.",
        Pattern = "arn:aws[a-z-]*:(codeconnections|codestar-connections):[a-z0-9-]+:[0-9]{12}:connection/[0-9a-f-]{36}",
        PatternMeaning = "a connection's ARN such as arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef")]
    public string? Connection { get; init; }

    [Key("AWS CodePipeline runs the pipeline on a CodeCommit repository of its account and region. AWS has closed CodeCommit to new customers once: only an account that has it can use it.")]
    public bool Codecommit { get; init; }

    [Key("GitHub Actions runs the pipeline: 'landfall pipeline export github' writes the workflow.")]
    public GithubModel? Github { get; init; }

    [Key("GitLab CI/CD runs the pipeline: 'landfall pipeline export gitlab' writes its file. The host of the GitLab server.",
        Pattern = "[a-z0-9-]+(\\.[a-z0-9-]+)+(:[0-9]{1,5})?", PatternMeaning = "a host such as gitlab.com")]
    public string? Gitlab { get; init; }

    [Key("The repository: owner/name, in GitLab with every group, or a CodeCommit repository's name.", Required = true,
        Pattern = "[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*", PatternMeaning = "a repository such as acme/shop")]
    public string? Repository { get; init; }

    [Key("The folder of this file in the repository.", Pattern = "\\.|[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*", PatternMeaning = "a folder such as deploy/shop, or . for the repository itself")]
    public string Folder { get; init; } = ".";

    [Key("The branch whose pushes start it, and which it deploys.", Pattern = "[A-Za-z0-9._/-]{1,255}", PatternMeaning = "a branch's name such as main or release/1.0")]
    public string Branch { get; init; } = "main";

    [Key("Tags whose pushes start it in place of the branch's; * stands for any characters but /.",
        Pattern = "[A-Za-z0-9._/*-]{1,255}", PatternMeaning = "a tag or a pattern such as v*")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Key("Files of which one has to change for a push to start it; ** stands for any folders.",
        Pattern = "[A-Za-z0-9._/*-]{1,255}", PatternMeaning = "a path or a pattern such as api/**")]
    public IReadOnlyList<string> Paths { get; init; } = [];

    [Key("Pull requests to the branch are built too, and the change that they would make is shown; they deploy nothing.")]
    public bool PullRequest { get; init; }

    [Key("With a connection: the secret of the first environment with a token of the repository's service. The change of a pull request is then shown on it, as a comment and a commit status.")]
    public string? Token { get; init; }
}
