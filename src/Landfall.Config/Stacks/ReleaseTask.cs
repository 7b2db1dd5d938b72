namespace Landfall.Config.Stacks;

/// <summary>
/// How the stack of a service names what its release command runs with: the constructs write it, a deployment finds it by
/// these names in every deployed stack.
/// </summary>
public static class ReleaseTask
{
    /// <summary>The logical id of the task definition.</summary>
    public const string TaskDefinition = "ReleaseTaskDefinition";

    /// <summary>The output with the task definition's ARN.</summary>
    public const string Output = "ReleaseTask";

    /// <summary>The output with the ids of the task's subnets, separated by commas.</summary>
    public const string Subnets = "ReleaseSubnets";

    /// <summary>The output with the ids of the task's security groups, separated by commas.</summary>
    public const string SecurityGroups = "ReleaseSecurityGroups";
}
