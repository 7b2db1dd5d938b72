using Landfall.Config.Plan;
using Landfall.Config.Regions;
using Landfall.Config.Stacks;

namespace Landfall.Config.Pipelines;

/// <summary>What a pipeline needs to bring its own stack up to date.</summary>
internal static class PipelinePermissions
{
    /// <summary>What <c>pipeline deploy</c> needs.</summary>
    /// <param name="names">The pipeline's names in AWS.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="account">Its account, or a reference to it.</param>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Update(AwsNames names, PipelinePlan pipeline, string account)
    {
        var partition = RegionTable.Of(pipeline.Region).Partition;
        return
        [
            new(["cloudformation:DescribeStacks", "cloudformation:ListStacks"], ["*"]),
            new(
                ["cloudformation:CancelUpdateStack", "cloudformation:DescribeChangeSet", "cloudformation:DescribeStackEvents", "cloudformation:GetTemplate", "cloudformation:ListStackResources"],
                [Arn("cloudformation", $"stack/{names.Prefix}/*")]),
            new(["ssm:GetParameter", "ssm:GetParameters"], [Arn("ssm", "parameter/cdk-bootstrap/hnb659fds/version"), Arn("ssm", $"parameter{names.ParameterRoot}/*")]),
            new(["ssm:DeleteParameter", "ssm:GetParameter", "ssm:PutParameter"], [Arn("ssm", $"parameter{names.Lock}")]),
            .. TrailPermissions.Write(names, partition, pipeline.Region, account),
            new(["sts:AssumeRole"], [.. EnvironmentPermissions.BootstrapRoles(partition, account, pipeline.Region)]),
        ];

        string Arn(string service, string resource) => $"arn:{partition}:{service}:{pipeline.Region}:{account}:{resource}";
    }
}
