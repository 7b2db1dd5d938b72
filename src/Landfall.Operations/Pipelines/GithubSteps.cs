using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Pipelines;

/// <summary>Steps that the jobs of GitHub's workflows share.</summary>
/// <param name="commands">What the pipeline runs.</param>
internal sealed class GithubSteps(PipelineCommands commands)
{
    /// <summary>A condition of GitHub's that holds for a pull request of the repository itself, and for none of a fork.</summary>
    public const string OwnBranch = "github.event.pull_request.head.repo.full_name == github.repository";

    private const string Log = "\"$RUNNER_TEMP/landfall.log\"";

    /// <summary>The job that builds the images of an architecture, and what it hands on.</summary>
    public static string ImagesOf(CpuArchitecture architecture) => $"images-{PipelineCommands.NameOf(architecture)}";

    /// <summary>The job that builds the images of an architecture, on a machine of it.</summary>
    /// <param name="yaml">The workflow.</param>
    /// <param name="app">The application's name.</param>
    /// <param name="architecture">The architecture.</param>
    /// <param name="when">The lines that say when it runs.</param>
    /// <param name="command">The command.</param>
    /// <param name="tellsFailure">True where a later job tells on the pull request why it failed.</param>
    public void AddImageJob(YamlLines yaml, string app, CpuArchitecture architecture, string[] when, string command, bool tellsFailure)
    {
        var first = commands.Pipeline.Stages[0];
        yaml.Add(2, $"{ImagesOf(architecture)}:");
        yaml.Add(2, when);
        yaml.Add(
            2,
            $"  runs-on: {(architecture == CpuArchitecture.Arm64 ? "ubuntu-24.04-arm" : "ubuntu-24.04")}",
            "  permissions:",
            "    contents: read",
            "    id-token: write",
            "  steps:");
        AddInstall(yaml);
        AddCredentials(yaml, first, new AwsNames(app, first.Environment).ChangeRole, RoleTemplate.ChangeSeconds);
        AddRun(yaml, "Build the images", [command]);
        yaml.Add(
            6,
            $"- uses: {BuildAction.Upload}",
            "  with:",
            $"    name: {ImagesOf(architecture)}",
            $"    path: {PipelineCommands.ImagesFolder(architecture)}",
            "    include-hidden-files: true",
            "    if-no-files-found: error");
        AddExplanation(yaml);
        if (tellsFailure)
            AddFailure(yaml);
    }

    /// <summary>Gets the images of an architecture.</summary>
    public static void AddImages(YamlLines yaml, CpuArchitecture architecture) =>
        yaml.Add(6, $"- uses: {BuildAction.Download}", "  with:", $"    name: {ImagesOf(architecture)}", $"    path: {PipelineCommands.ImagesFolder(architecture)}");

    /// <summary>Checks the repository out, and installs what the commands need.</summary>
    /// <param name="yaml">The workflow.</param>
    /// <param name="commit">The commit; null for that of the run.</param>
    public void AddInstall(YamlLines yaml, string? commit = null)
    {
        yaml.Add(6, $"- uses: {BuildAction.Checkout}", "  with:", "    persist-credentials: false");
        if (commit is not null)
            yaml.Add(10, $"ref: {commit}");
        yaml.Add(
            6,
            $"- uses: {BuildAction.SetupDotnet}",
            "  with:",
            $"    dotnet-version: {PipelineCommands.Dotnet}.x",
            $"- uses: {BuildAction.SetupNode}",
            "  with:",
            $"    node-version: {PipelineCommands.Node}");
        AddRun(yaml, "Install Landfall", [.. commands.Install]);
    }

    /// <summary>Takes a role in AWS.</summary>
    public static void AddCredentials(YamlLines yaml, PipelineStagePlan stage, string role, int seconds) => yaml.Add(
        6,
        $"- uses: {BuildAction.Credentials}",
        "  with:",
        $"    role-to-assume: {new RolePlace("", stage, stage.Account ?? "${{ vars.AWS_ACCOUNT_ID }}").Role(role)}",
        $"    aws-region: {stage.Region}",
        $"    role-duration-seconds: {seconds}");

    /// <summary>Why the job failed, on the page of its run. A step that succeeds leaves no log.</summary>
    public static void AddExplanation(YamlLines yaml) => yaml.Add(
        6,
        "- name: Say why it failed",
        "  if: failure()",
        "  run: |",
        $"    test ! -f {Log} || {{ echo '```text'; dotnet landfall build explain {Log} || true; echo '```'; }} | tee -a \"$GITHUB_STEP_SUMMARY\"");

    /// <summary>Keeps why the job of a pull request failed for the one that tells it there.</summary>
    public void AddFailure(YamlLines yaml)
    {
        if (!commands.Pipeline.Source.PullRequest)
            return;
        yaml.Add(
            6,
            "- name: Keep why it failed",
            "  if: failure() && github.event_name == 'pull_request'",
            $"  run: test ! -f {Log} || dotnet landfall build explain {Log} > \"failure-$GITHUB_JOB.txt\" || true",
            $"- uses: {BuildAction.Upload}",
            "  if: failure() && github.event_name == 'pull_request'",
            "  with:",
            "    name: failure-${{ github.job }}",
            "    path: failure-${{ github.job }}.txt",
            "    if-no-files-found: ignore");
    }

    /// <summary>A step that writes each command before what it says, and keeps that for the explanation.</summary>
    public static void AddRun(YamlLines yaml, string name, IReadOnlyList<string> lines, string? id = null)
    {
        yaml.Add(6, $"- name: {name}");
        if (id is not null)
            yaml.Add(8, $"id: {id}");
        yaml.Add(8, "run: |");
        yaml.Add(10, "PS4='$ '", "{", "  set -x");
        foreach (var line in lines)
            yaml.Add(12, line);
        yaml.Add(10, $"}} 2>&1 | tee {Log}", $"rm {Log}");
    }
}
