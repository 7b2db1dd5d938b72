using System.Text.Json;
using Amazon.CDK.AWS.CodePipeline;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Pipelines;

/// <summary>The actions of a pipeline (CodePipeline User Guide, "Action structure reference").</summary>
internal static class Actions
{
    /// <summary>The artifact with the source.</summary>
    public const string Source = "Source";

    /// <summary>Gets the source.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="space">Where later actions find what it is of; null where none asks.</param>
    public static CfnPipeline.ActionDeclarationProperty Checkout(PipelineSourcePlan source, string? space = null) => source.Connection is { } connection
        ? Action("Source", "AWS", "CodeStarSourceConnection", "Source", new Dictionary<string, object>
        {
            ["ConnectionArn"] = connection,
            ["FullRepositoryId"] = source.Repository,
            ["BranchName"] = source.Branch,
            ["OutputArtifactFormat"] = "CODE_ZIP",
            ["DetectChanges"] = "false", // the pipeline's triggers start it
        }, outputs: [Source], space: space)
        : Action("Source", "AWS", "CodeCommit", "Source", new Dictionary<string, object>
        {
            ["RepositoryName"] = source.Repository,
            ["BranchName"] = source.Branch,
            ["PollForSourceChanges"] = "false",
            ["OutputArtifactFormat"] = "CODE_ZIP",
        }, outputs: [Source]);

    /// <summary>Runs a project.</summary>
    public static CfnPipeline.ActionDeclarationProperty Build(
        string name, BuildProject project, IReadOnlyList<string> inputs, string? output = null, string? space = null, (string Name, string Value)? variable = null)
    {
        List<(string Name, string Value)> variables = [("EXECUTION", "#{codepipeline.PipelineExecutionId}"), .. variable is { } more ? [more] : Array.Empty<(string, string)>()];
        var configuration = new Dictionary<string, object>
        {
            ["ProjectName"] = project.Name,
            ["EnvironmentVariables"] = JsonSerializer.Serialize(variables.Select(one => new { name = one.Name, type = "PLAINTEXT", value = one.Value })),
        };
        if (inputs.Count > 1)
        {
            configuration["PrimarySource"] = inputs[0];
        }

        return Action(name, "AWS", "CodeBuild", "Build", configuration, inputs, output is null ? [] : [output], space);
    }

    /// <summary>Waits for somebody, and shows what an earlier action has found out.</summary>
    public static CfnPipeline.ActionDeclarationProperty Approve(PipelineStagePlan stage, string space, string? topic)
    {
        var configuration = new Dictionary<string, object>
        {
            ["CustomData"] = $"{stage.Environment}: #{{{space}.CHANGE}} The whole change: #{{{space}.CODEBUILD_BUILD_URL}}",
        };
        if (topic is not null)
        {
            configuration["NotificationArn"] = topic;
        }

        return Action("Approve", "AWS", "Manual", "Approval", configuration, minutes: stage.ApprovalMinutes);
    }

    private static CfnPipeline.ActionDeclarationProperty Action(
        string name,
        string owner,
        string provider,
        string category,
        Dictionary<string, object> configuration,
        IReadOnlyList<string>? inputs = null,
        IReadOnlyList<string>? outputs = null,
        string? space = null,
        int? minutes = null) => new()
        {
            Name = name,
            ActionTypeId = new CfnPipeline.ActionTypeIdProperty { Category = category, Owner = owner, Provider = provider, Version = "1" },
            Configuration = configuration,
            InputArtifacts = inputs is { Count: > 0 } ? inputs.Select(object (input) => new CfnPipeline.InputArtifactProperty { Name = input }).ToArray() : null,
            OutputArtifacts = outputs is { Count: > 0 } ? outputs.Select(object (output) => new CfnPipeline.OutputArtifactProperty { Name = output }).ToArray() : null,
            Namespace = space,
            TimeoutInMinutes = minutes,
        };
}
