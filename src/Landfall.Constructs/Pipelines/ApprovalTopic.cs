using Amazon.CDK.AWS.SNS;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>Where people are told of a change of an environment that waits for their approval.</summary>
internal static class ApprovalTopic
{
    /// <summary>The topic's ARN.</summary>
    public static string Arn(LandfallStack stack, PipelineStagePlan stage) => stack.Names.Arn("sns", Name(stack, stage));

    /// <summary>Adds the topic, with the addresses of the environment.</summary>
    /// <returns>Its ARN; null where nobody is told.</returns>
    public static string? Create(PipelineStack stack, PipelineStagePlan stage)
    {
        if (stage.Notify.Count == 0)
        {
            return null;
        }

        var id = $"{PipelineStack.IdOf(stage)}Approvals";
        var topic = new CfnTopic(stack, id, new CfnTopicProps
        {
            TopicName = Name(stack, stage),
            Subscription = stage.Notify.Select(object (address) => new CfnTopic.SubscriptionProperty
            {
                Endpoint = address,
                Protocol = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https" : "email",
            }).ToArray(),
        });
        var arn = Arn(stack, stage);
        new CfnTopicPolicy(stack, $"{id}Policy", new CfnTopicPolicyProps { Topics = [arn], PolicyDocument = TlsOnlyPolicy.For("sns:Publish", [arn]) })
            .AddResourceDependency(topic);
        return arn;
    }

    private static string Name(LandfallStack stack, PipelineStagePlan stage) => $"{stack.Plan.Prefix}-approve-{stage.Environment}";
}
