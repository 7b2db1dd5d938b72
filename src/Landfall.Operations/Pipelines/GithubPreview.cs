using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Pipelines;

/// <summary>
/// A workflow of GitHub Actions that deploys an environment for each pull request, and destroys it once that is closed. A pull request of
/// a fork gets neither: with the event <c>pull_request</c> its run has no token for AWS (GitHub documentation, "Events that trigger
/// workflows", pull_request), and the jobs are skipped besides.
/// </summary>
/// <param name="app">The application's name.</param>
/// <param name="pipeline">The pipeline.</param>
/// <param name="preview">The environments of pull requests.</param>
internal sealed class GithubPreview(string app, PipelinePlan pipeline, PipelineStagePlan preview)
{
    /// <summary>The environment at GitHub whose jobs may deploy.</summary>
    public const string Environment = "preview";

    /// <summary>The file's name.</summary>
    public const string File = "landfall-preview.yml";

    private const string Name = "\"$PREVIEW\"";

    private readonly PipelineCommands _commands = new(pipeline);

    private GithubSteps Steps => new(_commands);

    /// <summary>Writes the workflow.</summary>
    /// <returns>Its text; the same pipeline gives the same bytes.</returns>
    public string Write()
    {
        var yaml = new YamlLines();
        yaml.Add(
            0,
            $"# {IPipelineFile.Mark} github': change landfall.yaml and write it again.",
            "name: landfall preview",
            "on:",
            "  pull_request:",
            "    types: [opened, reopened, synchronize, closed]");
        yaml.AddTexts(4, "branches", [pipeline.Source.Branch]);
        yaml.Add(
            0,
            "permissions:",
            "  contents: read",
            // A run that destroys waits for the one that deploys.
            "concurrency:",
            $"  group: {AwsNames.PipelineStack(app, pipeline.Name)}-pr-${{{{ github.event.pull_request.number }}}}",
            "  cancel-in-progress: false",
            "defaults:",
            "  run:",
            "    shell: bash",
            "env:",
            $"  PREVIEW: {PreviewNames.Start}${{{{ github.event.pull_request.number }}}}",
            "jobs:");
        foreach (var architecture in preview.Builds)
            Steps.AddImageJob(yaml, app, architecture, [$"  if: ${{{{ github.event.action != 'closed' && {GithubSteps.OwnBranch} }}}}"], _commands.Images(architecture, Name), tellsFailure: false);
        AddDeploy(yaml);
        AddDestroy(yaml);
        return yaml.ToString();
    }

    private void AddDeploy(YamlLines yaml)
    {
        yaml.Add(2, "deploy:");
        if (preview.Builds.Count > 0)
            yaml.Add(4, $"needs: [{string.Join(", ", preview.Builds.Select(GithubSteps.ImagesOf))}]");
        yaml.Add(
            4,
            $"if: ${{{{ github.event.action != 'closed' && {GithubSteps.OwnBranch} }}}}",
            "runs-on: ubuntu-24.04",
            "environment:",
            $"  name: {Environment}",
            "  url: ${{ steps.address.outputs.url }}",
            "permissions:",
            "  contents: read",
            "  id-token: write",
            "steps:");
        Steps.AddInstall(yaml);
        foreach (var architecture in preview.Builds)
            GithubSteps.AddImages(yaml, architecture);
        AddRole(yaml);
        GithubSteps.AddRun(yaml, "Deploy the environment of the pull request", [_commands.DeployPreview(preview, Name)]);
        yaml.Add(
            6,
            "- name: Find its address",
            "  id: address",
            "  run: |",
            $"    url=$({_commands.Address(Name)})",
            "    echo \"url=$url\" >> \"$GITHUB_OUTPUT\"",
            "    echo \"$PREVIEW: ${url:-nothing of it is public}\" >> \"$GITHUB_STEP_SUMMARY\"");
        GithubSteps.AddExplanation(yaml);
    }

    /// <summary>The branch may be gone; its last commit is not.</summary>
    private void AddDestroy(YamlLines yaml)
    {
        yaml.Add(
            2,
            "destroy:",
            $"  if: ${{{{ github.event.action == 'closed' && {GithubSteps.OwnBranch} }}}}",
            "  runs-on: ubuntu-24.04",
            $"  environment: {Environment}",
            "  permissions:",
            "    contents: read",
            "    id-token: write",
            "  steps:");
        Steps.AddInstall(yaml, "${{ github.event.pull_request.head.sha }}");
        AddRole(yaml);
        GithubSteps.AddRun(yaml, "Destroy the environment of the pull request", [_commands.Destroy(Name)]);
        GithubSteps.AddExplanation(yaml);
    }

    private void AddRole(YamlLines yaml) => GithubSteps.AddCredentials(yaml, preview, new RolePlace(app, preview, "").Roles.DeployRole, RoleTemplate.DeploySeconds);
}
