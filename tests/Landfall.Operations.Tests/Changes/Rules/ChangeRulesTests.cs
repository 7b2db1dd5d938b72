using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Tests.Changes.Rules;

public class ChangeRulesTests
{
    [Fact]
    public void All_EveryRule_NamesItsPageOfAwsAndKnownTypes() => Assert.All(ChangeRules.All, rule =>
    {
        Assert.NotEmpty(rule.Source);
        Assert.NotEmpty(rule.When);
        Assert.All(rule.Types, type => Assert.NotNull(Landfall.Operations.Changes.PropertyTable.Of(type)));
    });
}
