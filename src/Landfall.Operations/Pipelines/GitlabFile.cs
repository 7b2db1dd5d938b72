using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Pipelines;

/// <summary>
/// A file of GitLab CI/CD: build, then for each environment the change and the deployment, which is a manual job where it
/// waits for approval. What a job finds out cannot make a later one manual: a change that does harm where no approval is
/// asked for stops, until somebody runs the pipeline with its digest in LANDFALL_ACCEPT.
/// </summary>
/// <param name="app">The application's name.</param>
/// <param name="pipeline">The pipeline.</param>
internal sealed class GitlabFile(string app, PipelinePlan pipeline) : IPipelineFile
{
    // The environment whose variables have the token: no other job gets them.
    private const string Reporting = "landfall-report";

    // In a folder that images are built without. A runner may keep the files of an earlier job.
    private const string Log = ".landfall/job-$CI_JOB_ID.log";

    private const string Failures = ".landfall/failures-$CI_PIPELINE_ID";

    private readonly PipelineCommands _commands = new(pipeline);

    private PipelineSourcePlan Source => pipeline.Source;

    /// <inheritdoc />
    public string Path => pipeline.Name.Length == 0 ? ".gitlab-ci.yml" : $"{Folder}/landfall-{pipeline.Name}.gitlab-ci.yml";

    /// <inheritdoc />
    public string Folder => ".gitlab";

    /// <inheritdoc />
    public IReadOnlyList<string> Next =>
    [
        .. pipeline.Name.Length == 0 ? [] : new[] { "# In .gitlab-ci.yml:", $"include: {Path}" },
        "# Who may deploy: protect the branch, and the environments (Settings, CI/CD, Protected environments):",
        .. pipeline.Stages.Where(stage => stage.Approval).Select(stage => stage.Environment),
        .. pipeline.Targets.All(stage => stage.Account is not null) ? [] : new[] { "# The file gives no account, so the jobs read it from a CI/CD variable of the project:", "AWS_ACCOUNT_ID" },
        .. ReviewHints.Of(pipeline),
        .. Source.PullRequest ? new[] { $"# To show changes on merge requests: a project access token with the scope 'api', in a masked CI/CD variable whose environment scope is {Reporting}:", PullToken } : [],
    ];

    private List<CpuArchitecture> Architectures => [.. _commands.Architectures.Concat(pipeline.Preview?.Builds ?? []).Distinct().Order()];

    private static string PullToken => PullRequests.PullPlace.TokenVariable;

    private string Audience => $"https://{Source.GitlabHost}";

    /// <inheritdoc />
    public IReadOnlyList<(string Path, string Text)> More => [];

    /// <inheritdoc />
    public TokenTrust Trust(PipelineStagePlan stage)
    {
        // GitLab documentation, "OpenID Connect (OIDC) Authentication Using ID Tokens", sub.
        var project = $"project_path:{Source.Repository}:ref_type:";
        if (stage == pipeline.Preview)
            return new TokenTrust(Source.GitlabHost, Audience, [], [$"{project}branch:ref:*"]);
        string[] own = Source.Tags.Count == 0 ? [$"{project}branch:ref:{Source.Branch}"] : [.. Source.Tags.Select(tag => $"{project}tag:ref:{tag}")];
        return new TokenTrust(Source.GitlabHost, Audience, Source.PullRequest ? [.. own, $"{project}branch:ref:*"] : own, own);
    }

    /// <inheritdoc />
    public string Write()
    {
        var yaml = new YamlLines();
        yaml.Add(0, $"# {IPipelineFile.Mark} gitlab': change landfall.yaml and write it again.", "workflow:");
        if (pipeline.Mode == PipelineMode.Superseded)
            yaml.Add(2, "auto_cancel:", "  on_new_commit: interruptible");
        yaml.Add(2, "rules:");
        AddRules(yaml);
        yaml.Add(0, $"stages: [build, {(Architectures.Count == 0 ? "" : "images, ")}{string.Join(", ", pipeline.Stages.Select(stage => $"change-{stage.Environment}, deploy-{stage.Environment}"))}{(Source.PullRequest ? ", report" : "")}{(pipeline.Preview is null ? "" : $", {GitlabPreview.Stage}")}]");
        yaml.Add(
            0,
            ".landfall:",
            $"  image: mcr.microsoft.com/dotnet/sdk:{PipelineCommands.Dotnet}",
            "  variables:",
            "    NUGET_PACKAGES: $CI_PROJECT_DIR/.nuget/packages",
            "  before_script:",
            $"    - {Installing("npm", "npm")}");
        foreach (var command in _commands.Install)
            AddCommand(yaml, command);

        // Run whether or not the job has failed, in a shell of its own (GitLab documentation, "CI/CD YAML syntax reference",
        // after_script). A script that succeeds leaves no log.
        yaml.Add(2, "after_script:");
        AddCommand(yaml, Source.PullRequest
            ? $"test ! -f {Log} || {{ mkdir -p {Failures} && dotnet landfall build explain {Log} | tee \"{Failures}/failure-$CI_JOB_NAME.txt\"; }} || true"
            : $"test ! -f {Log} || dotnet landfall build explain {Log} || true");
        yaml.Add(0, "build:", "  extends: .landfall", "  stage: build", "  interruptible: true", "  script:");
        AddRun(yaml, _commands.Build);
        AddArtifacts(yaml);
        foreach (var architecture in Architectures)
            AddImages(yaml, architecture);
        foreach (var stage in pipeline.Stages)
        {
            AddChange(yaml, stage);
            AddDeploy(yaml, stage);
        }

        if (Source.PullRequest)
            AddReport(yaml);
        if (pipeline.Review is { } review)
            AddReview(yaml, review);
        if (pipeline.Preview is { } preview)
            new GitlabPreview(app, pipeline, preview).Add(yaml, AddToken);

        return yaml.ToString();
    }

    private void AddRules(YamlLines yaml)
    {
        if (Source.PullRequest)
            AddRule($"$CI_PIPELINE_SOURCE == \"merge_request_event\" && $CI_MERGE_REQUEST_TARGET_BRANCH_NAME == \"{Source.Branch}\"", Source.Paths);
        if (Source.Tags.Count == 0)
            AddRule($"$CI_COMMIT_BRANCH == \"{Source.Branch}\"", Source.Paths);
        foreach (var tag in Source.Tags)
            AddRule($"$CI_COMMIT_TAG =~ /^{Pattern(tag)}$/", []);

        void AddRule(string condition, IReadOnlyList<string> paths)
        {
            yaml.Add(4, $"- if: {YamlLines.Quoted(condition)}");
            yaml.AddTexts(6, "changes", paths);
        }
    }

    private static string Installing(string program, string package) =>
        $"command -v {program} || {{ apt-get update && apt-get install -y --no-install-recommends {package}; }}";

    /// <summary>A tag's pattern as a regular expression; it has letters, digits and <c>._/*-</c> only.</summary>
    private static string Pattern(string tag) =>
        tag.Replace(".", "\\.", StringComparison.Ordinal).Replace("/", "\\/", StringComparison.Ordinal).Replace("*", "[^\\/]*", StringComparison.Ordinal);

    private void AddImages(YamlLines yaml, CpuArchitecture architecture)
    {
        var first = pipeline.Stages[0];
        yaml.Add(0, $"images-{PipelineCommands.NameOf(architecture)}:", "  extends: .landfall", "  stage: images", "  interruptible: true");
        AddToken(yaml, first, new AwsNames(app, first.Environment).ChangeRole);

        // Without a daemon and without privileges (Buildah documentation, "Running Buildah in a container").
        yaml.Add(4, "LANDFALL_CONTAINER_ENGINE: buildah", "BUILDAH_ISOLATION: chroot", "STORAGE_DRIVER: vfs");
        if (architecture == CpuArchitecture.Arm64 && Source.GitlabHost == "gitlab.com")
            yaml.Add(2, "tags: [saas-linux-small-arm64]");
        yaml.Add(2, "script:");
        AddCommand(yaml, Installing("buildah", "buildah"));
        AddToken(yaml);
        AddRun(yaml, [$"{_commands.Images(architecture)}{(pipeline.Preview?.Builds.Contains(architecture) == true ? GitlabPreview.Image : "")}"]);
        AddArtifacts(yaml, PipelineCommands.ImagesFolder(architecture));
    }

    private void AddChange(YamlLines yaml, PipelineStagePlan stage)
    {
        yaml.Add(0, $"change-{stage.Environment}:", "  extends: .landfall", $"  stage: change-{stage.Environment}", "  interruptible: true");
        AddToken(yaml, stage, new AwsNames(app, stage.Environment).ChangeRole);
        yaml.Add(2, "script:");
        AddToken(yaml);
        AddRun(yaml, _commands.Change(stage, PipelineCommands.ImagesFolder));
        AddArtifacts(yaml, PipelineCommands.ChangeFile(stage), PipelineCommands.ChangeText(stage));
    }

    private void AddDeploy(YamlLines yaml, PipelineStagePlan stage)
    {
        yaml.Add(
            0,
            $"deploy-{stage.Environment}:",
            "  extends: .landfall",
            $"  stage: deploy-{stage.Environment}",
            "  rules:");
        if (Source.PullRequest)
            yaml.Add(4, "- if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'", "  when: never");
        yaml.Add(4, stage.Approval ? "- when: manual" : "- when: on_success", "  allow_failure: false");
        yaml.Add(2, $"environment: {stage.Environment}", $"resource_group: {new AwsNames(app, stage.Environment).Prefix}");
        AddToken(yaml, stage, new AwsNames(app, stage.Environment).DeployRole);
        yaml.Add(2, "script:");
        if (!stage.Approval)
        {
            AddCommand(yaml, $"digest=$(sed -n 's/^  \"digest\": \"\\([0-9a-f]*\\)\",$/\\1/p' {PipelineCommands.ChangeFile(stage)})");
            AddCommand(yaml, $"if {PipelineCommands.DoesHarm(stage)} && [ \"${{LANDFALL_ACCEPT:-}}\" != \"$digest\" ]; then echo \"This change does harm. Whoever agrees to it runs the pipeline with LANDFALL_ACCEPT=$digest\"; exit 1; fi");
        }

        AddToken(yaml);
        AddRun(yaml, [_commands.Deploy(stage, PipelineCommands.ImagesFolder)]);
    }

    /// <summary>What a job hands on, and where merge requests are built also why it failed (GitLab documentation, "CI/CD YAML syntax reference", artifacts:when).</summary>
    private void AddArtifacts(YamlLines yaml, params IReadOnlyList<string> files)
    {
        if (files.Count == 0 && !Source.PullRequest)
            return;
        yaml.Add(2, "artifacts:");
        if (Source.PullRequest)
            yaml.Add(4, $"when: {(files.Count == 0 ? "on_failure" : "always")}");
        yaml.Add(4, "paths:");
        foreach (var file in files)
            yaml.Add(6, $"- {file}");
        if (Source.PullRequest)
            yaml.Add(6, $"- {Failures}/");
    }

    /// <summary>
    /// Shows the changes on the merge request, or why its build failed. No code of it runs here, where the token is, nor are its files here. In a pipeline
    /// for merged results the commit is one that GitLab has made (GitLab documentation, "Predefined CI/CD variables reference",
    /// CI_MERGE_REQUEST_SOURCE_BRANCH_SHA). The job itself is the commit's status.
    /// </summary>
    private void AddReport(YamlLines yaml)
    {
        List<string> changes = [.. pipeline.Stages.Select(stage => $"change-{stage.Environment}")];
        AddReportJob(yaml, "report", "on_success", changes, string.Concat(pipeline.Stages.Select(stage => $" --change \"$CI_PROJECT_DIR/{PipelineCommands.ChangeFile(stage)}\"")));
        AddReportJob(
            yaml,
            "report-failure",
            "on_failure",
            ["build", .. Architectures.Select(architecture => $"images-{PipelineCommands.NameOf(architecture)}"), .. changes],
            $" --failure \"$CI_PROJECT_DIR/{Failures}\"");
    }

    private void AddReportJob(YamlLines yaml, string job, string when, IReadOnlyList<string> dependencies, string shown)
    {
        yaml.Add(
            0,
            $"{job}:",
            $"  image: mcr.microsoft.com/dotnet/sdk:{PipelineCommands.Dotnet}",
            "  stage: report",
            "  interruptible: true",
            "  rules:",
            "    - if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'",
            $"      when: {when}",
            $"  dependencies: [{string.Join(", ", dependencies)}]",
            "  environment:",
            $"    name: {Reporting}",
            "    action: access",
            "  variables:",
            "    GIT_STRATEGY: none",
            "  script:");
        AddCommand(yaml, $"if [ -z \"${{{PullToken}:-}}\" ]; then echo \"Nothing is shown on the merge request: the environment {Reporting} has no CI/CD variable {PullToken}.\"; exit 0; fi");
        foreach (var command in _commands.InstallAlone)
            AddCommand(yaml, command);
        AddCommand(yaml, $"dotnet landfall pipeline report --service gitlab --api \"$CI_API_V4_URL\" --repository \"$CI_MERGE_REQUEST_PROJECT_PATH\" --pull \"$CI_MERGE_REQUEST_IID\" --commit \"${{CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-$CI_COMMIT_SHA}}\"{shown} --name {AwsNames.PipelineStack(app, pipeline.Name)} --url \"$CI_PIPELINE_URL\" --no-status");
    }

    /// <summary>
    /// Lets a model review the merge request. Its commits are here, with those that they are compared with, and none of its code runs.
    /// Without a severity that fails, the job may.
    /// </summary>
    private void AddReview(YamlLines yaml, PipelineReviewPlan review)
    {
        var home = pipeline.Stages[0];
        yaml.Add(
            0,
            "review:",
            $"  image: mcr.microsoft.com/dotnet/sdk:{PipelineCommands.Dotnet}",
            "  stage: report",
            "  interruptible: true",
            "  needs: []",
            "  rules:",
            "    - if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'",
            $"  allow_failure: {(review.FailOn is null ? "true" : "false")}",
            "  environment:",
            $"    name: {Reporting}",
            "    action: access");
        AddToken(yaml, home, new AwsNames(app, home.Environment).ReviewRole);
        yaml.Add(4, "GIT_DEPTH: '0'");
        yaml.Add(2, "script:");
        AddCommand(yaml, $"if [ -z \"${{{PullToken}:-}}\" ]; then echo \"Nothing is reviewed: the environment {Reporting} has no CI/CD variable {PullToken}.\"; exit 0; fi");
        AddCommand(yaml, Installing("git", "git"));
        AddToken(yaml);
        foreach (var command in _commands.InstallAlone)
            AddCommand(yaml, command);
        AddCommand(yaml, $"{_commands.Review("\"$CI_PROJECT_DIR\"", "\"$CI_MERGE_REQUEST_DIFF_BASE_SHA\"")} --commit \"${{CI_MERGE_REQUEST_SOURCE_BRANCH_SHA:-$CI_COMMIT_SHA}}\" --service gitlab --api \"$CI_API_V4_URL\" --repository \"$CI_MERGE_REQUEST_PROJECT_PATH\" --pull \"$CI_MERGE_REQUEST_IID\" --name {AwsNames.PipelineStack(app, pipeline.Name)}");
    }

    /// <summary>A token that GitLab signs, and the role that it is for: the AWS SDKs read both by these variables.</summary>
    private void AddToken(YamlLines yaml, PipelineStagePlan stage, string role) => yaml.Add(
        2,
        "id_tokens:",
        "  LANDFALL_TOKEN:",
        $"    aud: {Audience}",
        "variables:",
        $"  AWS_ROLE_ARN: {new RolePlace("", stage, stage.Account ?? "$AWS_ACCOUNT_ID").Role(role)}",
        "  AWS_ROLE_SESSION_NAME: gitlab-$CI_PIPELINE_ID",
        "  AWS_WEB_IDENTITY_TOKEN_FILE: $CI_PROJECT_DIR/.landfall-token",
        $"  AWS_REGION: {stage.Region}");

    internal static void AddToken(YamlLines yaml) => AddCommand(yaml, "printf '%s' \"${LANDFALL_TOKEN:-}\" > \"$AWS_WEB_IDENTITY_TOKEN_FILE\"");

    /// <summary>Commands that are written before what they say, and kept for the explanation of a failure.</summary>
    internal static void AddRun(YamlLines yaml, IReadOnlyList<string> lines)
    {
        yaml.Add(4, "- |");
        yaml.Add(6, "set -eo pipefail", "mkdir -p .landfall", "PS4='$ '", "{", "  set -x");
        foreach (var line in lines)
            yaml.Add(8, line);
        yaml.Add(6, $"}} 2>&1 | tee {Log}", $"rm {Log}");
    }

    internal static void AddCommand(YamlLines yaml, string command) => yaml.Add(4, $"- {YamlLines.Quoted(command)}");
}
