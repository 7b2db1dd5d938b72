using Landfall.Constructs.Tests.Samples;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Alarms;

public sealed class BudgetTests
{
    [Theory]
    [InlineData("budget: 500", "eu-west-1", 500, "USD", 80, 100)]
    [InlineData("budget: { monthly: 20, actual: 50%, forecast: 120% }", "eu-west-1", 20, "USD", 50, 120)]
    [InlineData("budget: 500", "cn-north-1", 500, "CNY", 80, 100)]
    public void Synth_Budget_TellsTheTopicOfSpentAndExpected(string budget, string region, int amount, string unit, int actual, int forecast)
    {
        var properties = new SynthesisedApp(SmallPlan.Create($"{budget}\nnotify: [a@example.com]", region)).Properties("shop-dev-network", "Budget");

        var told = properties["NotificationsWithSubscribers"]!.AsArray();
        Assert.Equal((amount, unit), ((int)properties["Budget"]!["BudgetLimit"]!["Amount"]!, (string?)properties["Budget"]!["BudgetLimit"]!["Unit"]));
        Assert.Equal([("ACTUAL", actual), ("FORECASTED", forecast)], told.Select(n => ((string)n!["Notification"]!["NotificationType"]!, (int)n["Notification"]!["Threshold"]!)));
        Assert.All(told, n => Assert.EndsWith(":shop-dev-alarms", (string?)n!["Subscribers"]![0]!["Address"]));
    }

    [Fact]
    public void Synth_Budget_CountsWhatHasBothTagsOfTheEnvironment()
    {
        var and = new SynthesisedApp(SmallPlan.Create("budget: 500")).Properties("shop-dev-network", "Budget")["Budget"]!["FilterExpression"]!["And"]!.AsArray();

        Assert.Equal(["landfall:app shop", "landfall:environment dev"], and.Select(part => $"{part!["Tags"]!["Key"]} {part["Tags"]!["Values"]![0]}"));
    }

    [Fact]
    public void Synth_Budget_MayPublishAndOthersMayNot()
    {
        Assert.Contains("budgets.amazonaws.com", new SynthesisedApp(SmallPlan.Create("budget: 500")).Properties("shop-dev-network", "AlarmTopicPolicy").ToJsonString());
        Assert.DoesNotContain("budgets.amazonaws.com", new SynthesisedApp(SmallPlan.Create()).Properties("shop-dev-network", "AlarmTopicPolicy").ToJsonString());
    }
}
