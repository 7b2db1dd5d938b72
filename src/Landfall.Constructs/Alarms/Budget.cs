using Amazon.CDK.AWS.Budgets;
using Amazon.CDK.AWS.SNS;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using static Amazon.CDK.AWS.Budgets.CfnBudget;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Tells what an environment costs beyond a share of its budget, spent or expected. Costs are known by tags, and those by which
/// costs are known have to be made cost allocation tags once, in the account that pays (AWS Billing User Guide, "Activating
/// user-defined cost allocation tags").
/// </summary>
internal static class Budget
{
    /// <summary>What lets AWS Budgets write to the topic (AWS Cost Management User Guide, "Creating an Amazon SNS topic for budget notifications").</summary>
    public static IEnumerable<Statement> Publishing(LandfallStack stack) => stack.Plan.Budget is null
        ? []
        :
        [
            new(["sns:Publish"], [AlarmTopic.Arn(stack)], "budgets.amazonaws.com", new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Names.Account },
                ["ArnLike"] = new Dictionary<string, object> { ["aws:SourceArn"] = $"arn:{stack.Names.Partition}:budgets::{stack.Names.Account}:*" },
            }),
        ];

    public static void AddTo(LandfallStack stack, CfnTopicPolicy policy)
    {
        if (stack.Plan.Budget is not { } plan)
        {
            return;
        }

        // Without a name of its own: another share takes another budget, which stands beside the first for a moment.
        var budget = new CfnBudget(stack, "Budget", new CfnBudgetProps
        {
            Budget = new BudgetDataProperty
            {
                BudgetType = "COST",
                TimeUnit = "MONTHLY",
                BudgetLimit = new SpendProperty { Amount = plan.Monthly, Unit = stack.Names.Partition == "aws-cn" ? "CNY" : "USD" },
                Metrics = ["UnblendedCost"],
                FilterExpression = new ExpressionProperty
                {
                    And = new object[] { Tagged("landfall:app", stack.Plan.App), Tagged("landfall:environment", stack.Plan.Environment) },
                },
            },
            NotificationsWithSubscribers = new object[] { Told(stack, "ACTUAL", plan.ActualPercent), Told(stack, "FORECASTED", plan.ForecastPercent) },
        });

        // Budgets tries the topic when it is told of it.
        budget.AddResourceDependency(policy);
    }

    private static ExpressionProperty Tagged(string key, string value) => new() { Tags = new TagValuesProperty { Key = key, Values = [value], MatchOptions = ["EQUALS"] } };

    private static NotificationWithSubscribersProperty Told(LandfallStack stack, string type, double percent) => new()
    {
        Notification = new NotificationProperty { NotificationType = type, ComparisonOperator = "GREATER_THAN", Threshold = percent, ThresholdType = "PERCENTAGE" },
        Subscribers = new object[] { new SubscriberProperty { SubscriptionType = "SNS", Address = AlarmTopic.Arn(stack) } },
    };
}
