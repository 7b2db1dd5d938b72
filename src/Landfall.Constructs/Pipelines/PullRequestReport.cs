using Amazon.CDK.AWS.CodePipeline;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>
/// Shows the change on the pull request. It is the only project that can read the token, and it gets nothing of the pull request
/// but the files with its changes, so that no code of anybody's, a fork's least of all, runs where the token is.
/// </summary>
/// <param name="Project">The project.</param>
/// <param name="Stages">The environments whose changes it gets.</param>
internal sealed record PullRequestReport(BuildProject Project, IReadOnlyList<PipelineStagePlan> Stages)
{
    /// <summary>Where actions find the commit (CodePipeline User Guide, "Variables reference", CodeStarSourceConnection).</summary>
    public const string SourceSpace = "Source";

    /// <summary>Adds the project to the pipeline's stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>The report; null where the file gives no token.</returns>
    public static PullRequestReport? Create(PipelineStack stack)
    {
        var pipeline = stack.Pipeline;
        if (pipeline.Source is not { PullRequest: true, Connection: { } connection, Token: { } token })
        {
            return null;
        }

        var first = pipeline.Stages[0];
        var place = new RolePlace(stack.Plan.App, first, first.Account ?? stack.Names.Account);
        var secret = place.Names.Secret(token);
        var project = BuildProject.Create(
            stack,
            "report",
            "Shows the change of a pull request on it",
            Buildspec.Write(stack.Commands.InstallAlone, [.. Service(connection), Report(stack)], [], []),
            [
                // Secrets Manager puts a hyphen and six characters behind the name.
                new Statement(["secretsmanager:GetSecretValue"], [place.Arn("secretsmanager", $"secret:{secret}-??????")]),
                new Statement(["codeconnections:GetConnection", "codestar-connections:GetConnection"], [connection]),
                // Where a server of somebody's own is.
                new Statement(["codeconnections:GetHost", "codestar-connections:GetHost"], [Hosts(connection)]),
            ],
            [],
            ("LANDFALL_PULL_TOKEN", secret));
        return new PullRequestReport(project, pipeline.Stages);
    }

    /// <summary>The action that runs it.</summary>
    /// <returns>The action.</returns>
    public CfnPipeline.ActionDeclarationProperty Action() =>
        Actions.Build("Report", Project, [.. Stages.Select(EnvironmentSteps.ArtifactOf)], variable: ("COMMIT", $"#{{{SourceSpace}.CommitId}}"));

    /// <summary>Finds out whose API it is (AWS CodeConnections API Reference, Connection, ProviderType).</summary>
    private static string[] Service(string connection) =>
    [
        $"aws_connection() {{ aws codeconnections get-connection --connection-arn {connection} --query \"Connection.$1\" --output text; }}",
        "PROVIDER=$(aws_connection ProviderType)",
        "case \"$PROVIDER\" in GitHub*) SERVICE=github; API=/api/v3 ;; GitLab*) SERVICE=gitlab; API=/api/v4 ;; Bitbucket) SERVICE=bitbucket ;; *) echo \"Nothing can be shown on pull requests at $PROVIDER.\"; exit 1 ;; esac",
        "ADDRESS=",
        "case \"$PROVIDER\" in GitHubEnterpriseServer|GitLabSelfManaged) HOST=$(aws_connection HostArn); ADDRESS=$(aws codeconnections get-host --host-arn \"$HOST\" --query ProviderEndpoint --output text)$API ;; esac",
    ];

    private static string Report(PipelineStack stack)
    {
        var source = stack.Pipeline.Source;
        var changes = stack.Pipeline.Stages.Select((stage, i) => $" --change \"$CODEBUILD_SRC_DIR{(i == 0 ? "" : $"_{EnvironmentSteps.ArtifactOf(stage)}")}/{PipelineCommands.ChangeFile(stage)}\"");
        return $"dotnet landfall pipeline report --service \"$SERVICE\" ${{ADDRESS:+--api \"$ADDRESS\"}} --repository {source.Repository} --branch {source.Branch} --commit \"$COMMIT\"{string.Concat(changes)} --name {stack.Plan.Prefix} --url \"$CODEBUILD_BUILD_URL\"";
    }

    private static string Hosts(string connection) => $"{connection[..connection.IndexOf(":connection/", StringComparison.Ordinal)]}:host/*";
}
