using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Pipelines;

/// <summary>
/// The jobs of GitLab CI/CD that deploy an environment for each merge request, and destroy it. GitLab runs the job that stops an
/// environment when the merge request is merged or closed, or its branch is deleted (GitLab documentation, "Environments", Stop an
/// environment); both jobs have the same rules, as it asks. A fork's pipeline is another project's, whose tokens no role trusts.
/// </summary>
/// <param name="app">The application's name.</param>
/// <param name="pipeline">The pipeline.</param>
/// <param name="preview">The environments of merge requests.</param>
internal sealed class GitlabPreview(string app, PipelinePlan pipeline, PipelineStagePlan preview)
{
    /// <summary>The stage of both jobs.</summary>
    public const string Stage = "preview";

    /// <summary>What has the images of a merge request's environment built too, in its pipelines.</summary>
    public const string Image = "${CI_MERGE_REQUEST_IID:+ --env " + Name + "}";

    private const string Destroying = "destroy-preview";

    private const string Addresses = ".landfall/preview.env";

    private const string Name = $"{PreviewNames.Start}$CI_MERGE_REQUEST_IID";

    private readonly PipelineCommands _commands = new(pipeline);

    /// <summary>Adds the jobs.</summary>
    /// <param name="yaml">The file.</param>
    /// <param name="token">Adds the token for a role.</param>
    public void Add(YamlLines yaml, Action<YamlLines, PipelineStagePlan, string> token)
    {
        AddBegin(yaml, "deploy-preview", "on_success");
        yaml.Add(4, $"on_stop: {Destroying}", "url: $LANDFALL_PREVIEW_URL");
        token(yaml, preview, Role);
        yaml.Add(2, "script:");
        GitlabFile.AddToken(yaml);
        GitlabFile.AddRun(yaml, [_commands.DeployPreview(preview, Name)]);

        // GitLab documentation, "Environments", Set a dynamic environment URL: from a report of the kind dotenv.
        GitlabFile.AddCommand(yaml, $"mkdir -p .landfall && echo \"LANDFALL_PREVIEW_URL=$({_commands.Address(Name)})\" > {Addresses}");
        yaml.Add(2, "artifacts:", "  reports:", $"    dotenv: {Addresses}");
        AddBegin(yaml, Destroying, "manual", "allow_failure: true");
        yaml.Add(4, "action: stop");
        yaml.Add(2, "needs: []");
        token(yaml, preview, Role);
        yaml.Add(2, "script:");
        GitlabFile.AddToken(yaml);
        GitlabFile.AddRun(yaml, [_commands.Destroy(Name)]);
    }

    private string Role => new RolePlace(app, preview, "").Roles.DeployRole;

    private void AddBegin(YamlLines yaml, string job, string when, params string[] rule)
    {
        yaml.Add(
            0,
            $"{job}:",
            "  extends: .landfall",
            $"  stage: {Stage}",
            "  rules:",
            "    - if: '$CI_PIPELINE_SOURCE == \"merge_request_event\" && $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID'",
            $"      when: {when}");
        yaml.Add(6, rule);
        yaml.Add(2, $"resource_group: {app}-{Name}", "environment:", $"  name: preview/{Name}");
    }
}
