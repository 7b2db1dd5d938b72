using System.Runtime.CompilerServices;
using Amazon.CDK;

namespace Landfall.Constructs.Foundation;

/// <summary>Records why a cdk-nag rule does not hold for a resource, beside the code that makes the resource.</summary>
internal static class Suppress
{
    private static readonly ConditionalWeakTable<CfnResource, List<object>> Rules = [];

    public static void For(CfnResource resource, string rule, string reason)
    {
        var rules = Rules.GetOrCreateValue(resource);
        rules.Add(new Dictionary<string, object> { ["id"] = rule, ["reason"] = reason });
        resource.AddMetadata("cdk_nag", new Dictionary<string, object> { ["rules_to_suppress"] = rules.ToArray() });
    }
}
