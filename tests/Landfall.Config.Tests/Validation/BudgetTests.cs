using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class BudgetTests
{
    [Theory]
    [InlineData("eu-west-1", "budget: 500", null)]
    [InlineData("cn-north-1", "budget: 500", null)]
    [InlineData("us-gov-west-1", "budget: 500", ErrorCodes.NotInRegion)]
    [InlineData("eu-north-1", "budget: { monthly: 500 }", ErrorCodes.NotInRegion)]
    [InlineData("eu-west-1", "budget: 0", ErrorCodes.OutOfRange)]
    [InlineData("eu-west-1", "budget: { actual: 80% }", ErrorCodes.MissingKey)]
    public void Validate_Budget_IsAnAmountWhereBudgetsAre(string region, string budget, string? code) => Assert.Equal(
        code,
        TestLoad.Text($"app: shop\nregion: {region}\nnotify: [a@example.com]\nenvironments: {{ dev: {{}} }}\n{budget}\n").Problems.FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error)?.Code);

    [Fact]
    public void Validate_BudgetWithoutAnybodyToTell_HasNoEffect() =>
        Assert.Equal(["4:9 LF1318"], SmallFile.Warnings("budget: 500"));
}
