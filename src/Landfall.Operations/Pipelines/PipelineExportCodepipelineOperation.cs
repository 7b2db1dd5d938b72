using Landfall.Config.Plan;

namespace Landfall.Operations.Pipelines;

/// <summary>The roles that a pipeline on AWS takes in accounts besides its own, where 'pipeline deploy' has no credentials.</summary>
internal sealed class PipelineExportCodepipelineOperation : PipelineExport
{
    /// <inheritdoc />
    public override string Name => "pipeline export codepipeline";

    /// <inheritdoc />
    public override string Summary => "Write the roles that a pipeline on AWS takes in accounts besides its own, as files to commit.";

    /// <inheritdoc />
    protected override (IReadOnlyList<(string Path, string Text)> Files, IReadOnlyList<string> Next) Export(string app, PipelinePlan pipeline)
    {
        var elsewhere = pipeline.Stages.Where(stage => stage.Account != pipeline.Account).ToList();
        return (
            [.. elsewhere.Select(stage => (RolesFile(".aws", stage), RoleTemplate.Write(app, pipeline, stage, new AccountTrust(app, pipeline.Name, pipeline.Account!))))],
            elsewhere.Count == 0
                ? ["# Every environment is in the pipeline's own account: 'landfall pipeline deploy' makes all roles."]
                : [.. elsewhere.SelectMany(stage => Deploying(app, stage, RolesFile(".aws", stage), ""))]);
    }
}
