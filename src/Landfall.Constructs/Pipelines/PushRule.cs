using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>Starts a pipeline at a push to a CodeCommit repository, which no trigger of CodePipeline does.</summary>
internal static class PushRule
{
    /// <summary>Adds the rule and its role (CodePipeline User Guide, "CodeCommit source actions and EventBridge").</summary>
    public static void Create(PipelineStack stack, PipelineSourcePlan source)
    {
        var pipeline = stack.Names.Arn("codepipeline", stack.Plan.Prefix);
        var role = new CfnRole(stack, "PushRole", new CfnRoleProps
        {
            RoleName = stack.Plan.AwsNames.Role("push"),
            Description = $"Starts the pipeline {stack.Plan.Prefix}",
            AssumeRolePolicyDocument = PolicyJson.Trust("events.amazonaws.com", stack.Names.Account),
            Policies = new object[] { new CfnRole.PolicyProperty { PolicyName = "start", PolicyDocument = PolicyJson.Of([new Statement(["codepipeline:StartPipelineExecution"], [pipeline])]) } },
        });
        _ = new CfnRule(stack, "Push", new CfnRuleProps
        {
            Name = $"{stack.Plan.Prefix}-push",
            Description = $"Pushes to {source.Branch} of {source.Repository}",
            EventPattern = new Dictionary<string, object>
            {
                ["source"] = new[] { "aws.codecommit" },
                ["detail-type"] = new[] { "CodeCommit Repository State Change" },
                ["resources"] = new[] { stack.Names.Arn("codecommit", source.Repository) },
                ["detail"] = new Dictionary<string, object> { ["event"] = new[] { "referenceCreated", "referenceUpdated" }, ["referenceType"] = new[] { "branch" }, ["referenceName"] = new[] { source.Branch } },
            },
            Targets = new object[] { new CfnRule.TargetProperty { Id = "pipeline", Arn = pipeline, RoleArn = role.AttrArn } },
        });
    }
}
