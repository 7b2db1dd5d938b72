using Amazon.CDK.AWS.SNS;
using Landfall.Config.Limits;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Alarms;

/// <summary>The one topic of an environment that alarms are sent to, with the addresses of <c>notify</c>.</summary>
internal static class AlarmTopic
{
    public static string Name(LandfallStack stack) => $"{stack.Plan.Prefix}-alarms";

    public static string Arn(LandfallStack stack) => stack.Names.Arn("sns", Name(stack));

    /// <summary>Creates the topic in the stack that every other one depends on.</summary>
    public static void AddTo(LandfallStack stack)
    {
        var topic = new CfnTopic(stack, "AlarmTopic", new CfnTopicProps
        {
            TopicName = Name(stack),
            DisplayName = ShortName.Of($"{stack.Plan.App} {stack.Plan.Environment}", LimitList.Of("AWS::SNS::Topic", "display").Whole),
            Subscription = stack.Plan.Notify.Count == 0
                ? null
                : stack.Plan.Notify.Select(object (address) => new CfnTopic.SubscriptionProperty
                {
                    Endpoint = address,
                    Protocol = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https" : "email",
                }).ToArray(),
        });
        var arn = Arn(stack);
        if (stack.Plan.Account is null)
        {
            stack.Accept(topic, "AwsSolutions-SNS3", "The policy below refuses plain HTTP; the rule cannot read an ARN that refers to the account.");
        }

        var policy = new CfnTopicPolicy(stack, "AlarmTopicPolicy", new CfnTopicPolicyProps
        {
            Topics = [arn],
            PolicyDocument = TlsOnlyPolicy.For("sns:Publish", [arn],
            [
                new Statement(["sns:Publish"], [arn], "cloudwatch.amazonaws.com", new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Names.Account },
                }),
                .. Budget.Publishing(stack),
            ]),
        });
        policy.AddResourceDependency(topic);
        Budget.AddTo(stack, policy);
        Chats.AddTo(stack, topic);
    }
}
