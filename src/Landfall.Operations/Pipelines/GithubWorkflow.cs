using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Pipelines;

/// <summary>
/// A workflow of GitHub Actions: build, then for each environment the change, the approval and the deployment. An approval is
/// a GitHub environment with reviewers; one that nobody has set up would let everything through, so that is looked at first.
/// </summary>
/// <param name="app">The application's name.</param>
/// <param name="pipeline">The pipeline.</param>
internal sealed class GithubWorkflow(string app, PipelinePlan pipeline) : IPipelineFile
{
    private const string Issuer = "token.actions.githubusercontent.com";

    private const string OwnPull = $"github.event_name == 'pull_request' && {GithubSteps.OwnBranch}";

    private readonly PipelineCommands _commands = new(pipeline);

    private PipelineSourcePlan Source => pipeline.Source;

    private GithubSteps Steps => new(_commands);

    /// <inheritdoc />
    public string Path => $".github/workflows/landfall{(pipeline.Name.Length == 0 ? "" : $"-{pipeline.Name}")}.yml";

    /// <inheritdoc />
    public string Folder => ".github";

    /// <inheritdoc />
    public IReadOnlyList<string> Next =>
    [
        "# Environments at GitHub whose changes wait for somebody need reviewers (Settings, Environments, Required reviewers):",
        .. pipeline.Stages.Select(stage => $"gh api --method PUT repos/{Source.Repository}/environments/{Waiting(stage)} --field 'reviewers[][type]=Team' --field 'reviewers[][id]=TEAM_ID'"),
        .. ReviewHints.Of(pipeline),
        .. Variables.Count == 0 ? [] : new[] { "# The file gives no account, so the workflow reads it from a variable of the repository:", $"gh variable set AWS_ACCOUNT_ID --repo {Source.Repository} --body ACCOUNT" },
    ];

    private List<string> Variables => [.. pipeline.Targets.Where(stage => stage.Account is null).Select(stage => stage.Environment)];

    /// <inheritdoc />
    public IReadOnlyList<(string Path, string Text)> More => pipeline.Preview is { } preview ? [($"{Folder}/workflows/{GithubPreview.File}", new GithubPreview(app, pipeline, preview).Write())] : [];

    /// <inheritdoc />
    public TokenTrust Trust(PipelineStagePlan stage)
    {
        // GitHub documentation, "OpenID Connect", "Immutable subject claims": with the numbers behind the names for repositories
        // made, renamed or moved since 15 July 2026. A wildcard in place of the numbers could stand for more than a number.
        var subject = Source is { OwnerId: { } owner, RepositoryId: { } id }
            ? $"repo:{Source.Repository.Replace("/", $"@{owner}/", StringComparison.Ordinal)}@{id}:"
            : $"repo:{Source.Repository}:";
        return new TokenTrust(
            Issuer,
            "sts.amazonaws.com",
            [
                .. Source.Tags.Count == 0 ? [$"{subject}ref:refs/heads/{Source.Branch}"] : Source.Tags.Select(tag => $"{subject}ref:refs/tags/{tag}"),
                .. Source.PullRequest ? [$"{subject}pull_request"] : Array.Empty<string>(),
            ],
            [.. (stage == pipeline.Preview ? [GithubPreview.Environment] : Environments(stage)).Select(environment => $"{subject}environment:{environment}")]);
    }

    /// <inheritdoc />
    public string Write()
    {
        var yaml = new YamlLines();
        yaml.Add(0, $"# {IPipelineFile.Mark} github': change landfall.yaml and write it again.", $"name: landfall{(pipeline.Name.Length == 0 ? "" : $" {pipeline.Name}")}");
        AddTriggers(yaml);
        yaml.Add(
            0,
            "permissions:",
            "  contents: read",
            "concurrency:",
            $"  group: {AwsNames.PipelineStack(app, pipeline.Name)}{(Source.PullRequest ? "-${{ github.event_name == 'pull_request' && github.ref || 'deploy' }}" : "")}",
            "  cancel-in-progress: false",
            "defaults:",
            "  run:",
            "    shell: bash", // which fails where a part of a pipeline fails (GitHub documentation, "Workflow syntax", shell)
            "jobs:");
        AddBuild(yaml);
        foreach (var architecture in _commands.Architectures)
            AddImages(yaml, architecture);
        for (var i = 0; i < pipeline.Stages.Count; i++)
        {
            AddChange(yaml, pipeline.Stages[i], i == 0 ? null : $"deploy-{pipeline.Stages[i - 1].Environment}");
            AddDeploy(yaml, pipeline.Stages[i]);
        }

        if (Source.PullRequest)
            AddReport(yaml);
        if (pipeline.Review is { } review)
            AddReview(yaml, review);

        return yaml.ToString();
    }

    /// <summary>The environment at GitHub that a change waits in for somebody.</summary>
    private static string Waiting(PipelineStagePlan stage) => stage.Approval ? stage.Environment : $"{stage.Environment}-approval";

    private static string[] Environments(PipelineStagePlan stage) => stage.Approval ? [stage.Environment] : [stage.Environment, Waiting(stage)];

    private void AddTriggers(YamlLines yaml)
    {
        yaml.Add(0, "on:", "  push:");
        yaml.AddTexts(4, "branches", Source.Tags.Count == 0 ? [Source.Branch] : []);
        yaml.AddTexts(4, "tags", Source.Tags);
        yaml.AddTexts(4, "paths", Source.Tags.Count == 0 ? Source.Paths : []); // GitHub looks at no paths of a tag's push
        if (Source.PullRequest)
        {
            yaml.Add(2, "pull_request:");
            yaml.AddTexts(4, "branches", [Source.Branch]);
            yaml.AddTexts(4, "paths", Source.Paths);
        }
    }

    private void AddBuild(YamlLines yaml)
    {
        yaml.Add(2, "build:", "  runs-on: ubuntu-24.04", "  steps:");
        Steps.AddInstall(yaml);
        GithubSteps.AddRun(yaml, "Check the file and write the templates", [.. _commands.Build]);
        GithubSteps.AddExplanation(yaml);
        Steps.AddFailure(yaml);
    }

    private void AddImages(YamlLines yaml, CpuArchitecture architecture) => Steps.AddImageJob(yaml, app, architecture, ["  needs: [build]"], _commands.Images(architecture), tellsFailure: true);

    private static void AddDownloads(YamlLines yaml, PipelineStagePlan stage)
    {
        foreach (var architecture in stage.Builds)
            GithubSteps.AddImages(yaml, architecture);
    }

    private void AddChange(YamlLines yaml, PipelineStagePlan stage, string? after)
    {
        yaml.Add(
            2,
            $"change-{stage.Environment}:",
            $"  needs: [{after ?? string.Join(", ", _commands.Architectures.Select(GithubSteps.ImagesOf).Prepend("build"))}]",
            // In a pull request the deployments before it are skipped; nothing that has failed is.
            $"  if: ${{{{ !failure() && !cancelled(){(after is null || Source.PullRequest ? "" : $" && needs.{after}.result == 'success'")} }}}}",
            "  runs-on: ubuntu-24.04",
            "  permissions:",
            "    contents: read",
            "    id-token: write",
            "    actions: read",
            "  outputs:",
            "    harm: ${{ steps.change.outputs.harm }}",
            "  steps:");
        Steps.AddInstall(yaml);
        AddDownloads(yaml, stage);
        GithubSteps.AddCredentials(yaml, stage, new AwsNames(app, stage.Environment).ChangeRole, RoleTemplate.ChangeSeconds);
        GithubSteps.AddRun(yaml, $"Show the change of {stage.Environment}",
        [
            .. _commands.Change(stage, PipelineCommands.ImagesFolder),
            $"if {PipelineCommands.DoesHarm(stage)}; then harm=true; else harm=false; fi",
            "echo \"harm=$harm\" >> \"$GITHUB_OUTPUT\"",
            $"{{ echo '```text'; cat {PipelineCommands.ChangeText(stage)}; echo '```'; }} >> \"$GITHUB_STEP_SUMMARY\"",
        ], "change");
        yaml.Add(
            6,
            "- name: Require somebody who approves",
            $"  if: github.event_name != 'pull_request'{(stage.Approval ? "" : " && steps.change.outputs.harm == 'true'")}",
            "  env:",
            "    GH_TOKEN: ${{ github.token }}",
            "  run: |",
            $"    reviewers=$(gh api \"repos/$GITHUB_REPOSITORY/environments/{Waiting(stage)}\" --jq '[.protection_rules[] | select(.type == \"required_reviewers\")] | length') || reviewers=0",
            $"    test \"$reviewers\" -gt 0 || {{ echo \"The environment '{Waiting(stage)}' at GitHub needs required reviewers: this change waits for them.\"; exit 1; }}",
            $"- uses: {BuildAction.Upload}",
            "  with:",
            $"    name: change-{stage.Environment}",
            $"    path: change-{stage.Environment}.*",
            "    if-no-files-found: error");
        GithubSteps.AddExplanation(yaml);
        Steps.AddFailure(yaml);
    }

    private void AddDeploy(YamlLines yaml, PipelineStagePlan stage)
    {
        yaml.Add(
            2,
            $"deploy-{stage.Environment}:",
            $"  needs: [change-{stage.Environment}]",
            $"  if: ${{{{ !failure() && !cancelled() && needs.change-{stage.Environment}.result == 'success' && github.event_name != 'pull_request' }}}}",
            "  runs-on: ubuntu-24.04",
            stage.Approval ? $"  environment: {stage.Environment}" : $"  environment: ${{{{ needs.change-{stage.Environment}.outputs.harm == 'false' && '{stage.Environment}' || '{Waiting(stage)}' }}}}",
            "  permissions:",
            "    contents: read",
            "    id-token: write",
            "  steps:");
        Steps.AddInstall(yaml);
        yaml.Add(6, $"- uses: {BuildAction.Download}", "  with:", $"    name: change-{stage.Environment}");
        AddDownloads(yaml, stage);
        GithubSteps.AddCredentials(yaml, stage, new AwsNames(app, stage.Environment).DeployRole, RoleTemplate.DeploySeconds);
        GithubSteps.AddRun(yaml, $"Deploy the change to {stage.Environment}", [_commands.Deploy(stage, PipelineCommands.ImagesFolder)]);
        GithubSteps.AddExplanation(yaml);
    }

    /// <summary>
    /// Shows the changes on the pull request. The workflow's token is only here, where no code of the pull request is; that of a
    /// fork may write nothing (GitHub documentation, "Events that trigger workflows", pull_request).
    /// </summary>
    private void AddReport(YamlLines yaml)
    {
        var changes = pipeline.Stages.Select(stage => $"change-{stage.Environment}").ToList();
        AddReportJob(
            yaml,
            "report",
            changes,
            $"!failure() && !cancelled() && {OwnPull} && needs.{changes[^1]}.result == 'success'",
            "Show the change on the pull request",
            string.Concat(pipeline.Stages.Select(stage => $" --change \"$GITHUB_WORKSPACE/{PipelineCommands.ChangeFile(stage)}\"")),
            [.. changes.Select(change => new[] { $"    name: {change}" })]);
        AddReportJob(
            yaml,
            "report-failure",
            ["build", .. _commands.Architectures.Select(GithubSteps.ImagesOf), .. changes],
            $"failure() && {OwnPull}",
            "Say on the pull request why its build failed",
            " --failure \"$GITHUB_WORKSPACE/failures\"",
            [["    pattern: failure-*", "    path: failures", "    merge-multiple: true"]]);
    }

    private void AddReportJob(YamlLines yaml, string job, IReadOnlyList<string> needs, string condition, string step, string shown, IReadOnlyList<string[]> artifacts)
    {
        yaml.Add(
            2,
            $"{job}:",
            $"  needs: [{string.Join(", ", needs)}]",
            $"  if: ${{{{ {condition} }}}}",
            "  runs-on: ubuntu-24.04",
            "  permissions:",
            "    pull-requests: write",
            "    statuses: write",
            "  steps:",
            $"    - uses: {BuildAction.SetupDotnet}",
            "      with:",
            $"        dotnet-version: {PipelineCommands.Dotnet}.x");
        foreach (var artifact in artifacts)
        {
            yaml.Add(6, $"- uses: {BuildAction.Download}", "  with:");
            yaml.Add(6, artifact);
        }

        yaml.Add(
            6,
            $"- name: {step}",
            "  env:",
            "    LANDFALL_PULL_TOKEN: ${{ github.token }}",
            "    PULL: ${{ github.event.pull_request.number }}",
            "    COMMIT: ${{ github.event.pull_request.head.sha }}",
            "  run: |");
        foreach (var line in _commands.InstallAlone)
            yaml.Add(10, line);
        yaml.Add(10, $"dotnet landfall pipeline report --service github --api \"$GITHUB_API_URL\" --repository \"$GITHUB_REPOSITORY\" --pull \"$PULL\" --commit \"$COMMIT\"{shown} --name {AwsNames.PipelineStack(app, pipeline.Name)} --url \"$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID\"");
    }

    /// <summary>
    /// Lets a model review the pull request. Its commits are here, with those that they are compared with, and none of its code runs;
    /// what a fork could have paid is skipped. Without a severity that fails, nothing here fails the run.
    /// </summary>
    private void AddReview(YamlLines yaml, PipelineReviewPlan review)
    {
        var home = pipeline.Stages[0];
        yaml.Add(
            2,
            "review:",
            "  if: ${{ github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository }}",
            "  runs-on: ubuntu-24.04",
            "  permissions:",
            "    contents: read",
            "    id-token: write",
            "    pull-requests: write",
            "  steps:",
            $"    - uses: {BuildAction.Checkout}",
            "      with:",
            "        persist-credentials: false",
            "        fetch-depth: 0",
            $"    - uses: {BuildAction.SetupDotnet}",
            "      with:",
            $"        dotnet-version: {PipelineCommands.Dotnet}.x");
        GithubSteps.AddCredentials(yaml, home, new AwsNames(app, home.Environment).ReviewRole, RoleTemplate.ChangeSeconds);
        yaml.Add(6, "- name: Let a model review the pull request");
        if (review.FailOn is null)
            yaml.Add(8, "continue-on-error: true");
        yaml.Add(
            8,
            "env:",
            "  LANDFALL_PULL_TOKEN: ${{ github.token }}",
            "  PULL: ${{ github.event.pull_request.number }}",
            "  COMMIT: ${{ github.event.pull_request.head.sha }}",
            "  BASE: ${{ github.event.pull_request.base.sha }}",
            "run: |");
        foreach (var line in _commands.InstallAlone)
            yaml.Add(10, line);
        yaml.Add(10, $"{_commands.Review("\"$GITHUB_WORKSPACE\"", "\"$BASE\"")} --commit \"$COMMIT\" --service github --api \"$GITHUB_API_URL\" --repository \"$GITHUB_REPOSITORY\" --pull \"$PULL\" --name {AwsNames.PipelineStack(app, pipeline.Name)}");
    }
}
