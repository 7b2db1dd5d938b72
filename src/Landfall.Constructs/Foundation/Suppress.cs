using Amazon.CDK;

namespace Landfall.Constructs.Foundation;

/// <summary>Records why a rule of cdk-nag or of CDK's validation does not hold for a resource, beside the code that makes it.</summary>
internal static class Suppress
{
    public static void For(CfnResource resource, string rule, string reason) =>
        Validations.Of(resource).Acknowledge(new Acknowledgment { Id = rule, Reason = reason });
}
