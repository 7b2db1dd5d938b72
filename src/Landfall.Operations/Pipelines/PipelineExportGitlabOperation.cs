using Landfall.Config.Plan;

namespace Landfall.Operations.Pipelines;

/// <summary>The pipeline for GitLab CI/CD, and the roles that it takes in each account.</summary>
internal sealed class PipelineExportGitlabOperation : PipelineExport
{
    /// <inheritdoc />
    public override string Name => "pipeline export gitlab";

    /// <inheritdoc />
    public override string Summary => "Write the pipeline for GitLab CI/CD, and the roles that it takes in each account, as files to commit.";

    /// <inheritdoc />
    protected override (IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Next) Export(string app, PipelinePlan pipeline) =>
        ExportFile(new GitlabFile(app, pipeline), app, pipeline);
}
