using Amazon.CDK.AWS.Events;
using Landfall.Constructs.Foundation;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// What ECS has no metric of, but events, as a metric: EventBridge counts what a rule matches. TriggeredRules is "the number of
/// rules that have run and matched with any event", by RuleName (Amazon EventBridge user guide, EventBridge metrics).
/// </summary>
internal static class CountedEvents
{
    /// <summary>Adds a rule and gives the number of events that it matches in a time.</summary>
    public static Query Of(LandfallStack stack, string id, string description, string detailType, TimeSpan window, Dictionary<string, object> pattern)
    {
        var rule = new CfnRule(stack, id, new CfnRuleProps
        {
            Description = description,
            State = "ENABLED",
            EventPattern = new Dictionary<string, object>(pattern)
            {
                ["source"] = new[] { "aws.ecs" },
                ["detail-type"] = new[] { detailType },
            },
        });
        return MetricAlarm.Metric(window, "events", "AWS/Events", "TriggeredRules", "Sum", ("RuleName", rule.Ref));
    }
}
