using Amazon.CDK;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>What is different of a resource that was there before its stack, and that an import takes over.</summary>
internal static class TakenOver
{
    /// <summary>
    /// Its construct id. It is another one than that of the new, empty resource that the stack may have had until then: "A resource to
    /// import" has to be new in the template (CloudFormation User Guide, "Import AWS resources into a CloudFormation stack").
    /// </summary>
    /// <param name="name">The name in the plan.</param>
    /// <param name="awsName">The name in AWS of what was there before; null for a new resource.</param>
    /// <param name="kind">What the id ends with.</param>
    public static string Id(string name, string? awsName, string kind) => $"{ConstructId.From(name)}{(awsName is null ? "" : "Existing")}{kind}";

    /// <summary>Keeps what was there before the stack, whatever becomes of the stack; what is new as the environment says.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="awsName">The name in AWS of what was there before; null for a new resource.</param>
    public static void Protect(DataStack stack, CfnResource resource, string? awsName)
    {
        if (awsName is null)
        {
            stack.Protect(resource);
        }
        else
        {
            resource.ApplyRemovalPolicy(RemovalPolicy.RETAIN);
        }
    }
}
