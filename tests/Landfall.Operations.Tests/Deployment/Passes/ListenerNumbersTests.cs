using Landfall.Config.Resolution;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class ListenerNumbersTests
{
    private const string Listener = "Listener < /shop/dev/edge/http-listener-arn\n";

    private static readonly int Orders = NumberOf("/orders/*");
    private static readonly int Basket = NumberOf("/basket/*");

    [Fact]
    public void Settle_NothingDeployed_IsWhatWasSynthesised()
    {
        var wanted = Wanted("api", Listener + Rule(Orders, "/orders/*"));

        Assert.Same(wanted.Template, Assert.Single(SettledTemplates.Of([], [wanted])).Template);
    }

    [Fact]
    public void Settle_ServiceRenamed_NewRuleTakesAFreeNumberOfTheSameMeaning()
    {
        var settled = ListenerNumbers.Settle(
            [Deployed("api", Listener + Rule(Orders, "/orders/*"))], [Wanted("backend", Listener + Rule(Orders, "/orders/*"))]);

        var number = Number(settled[0]);
        Assert.NotEqual(Orders, number);
        var (first, size) = ListenerPriorities.Band(null, "/orders/*");
        Assert.InRange(number, first, first + size - 1);
    }

    [Fact]
    public void Settle_TwoServicesSwapTheirPaths_EachKeepsItsNumber()
    {
        var settled = ListenerNumbers.Settle(
            [Deployed("a", Listener + Rule(Orders, "/orders/*")), Deployed("b", Listener + Rule(Basket, "/basket/*"))],
            [Wanted("a", Listener + Rule(Basket, "/basket/*")), Wanted("b", Listener + Rule(Orders, "/orders/*"))]);

        Assert.Equal([Orders, Basket], settled.Select(Number));
    }

    [Fact]
    public void Settle_PathsOfDifferentLengthSwapped_EachGetsAFreeNumberThatFitsItsPath()
    {
        var (all, deep) = (NumberOf("/*"), NumberOf("/api/v2/*"));
        var settled = ListenerNumbers.Settle(
            [Deployed("a", Listener + Rule(all, "/*")), Deployed("b", Listener + Rule(deep, "/api/v2/*"))],
            [Wanted("a", Listener + Rule(deep, "/api/v2/*")), Wanted("b", Listener + Rule(all, "/*"))]);

        Assert.True(Number(settled[0]) < Number(settled[1]), "the longer path comes first");
        Assert.Empty(settled.Select(Number).Intersect([all, deep]));
    }

    [Fact]
    public void Settle_AnotherListener_DoesNotMatter()
    {
        var settled = ListenerNumbers.Settle(
            [Deployed("api", Listener + Rule(Orders, "/orders/*"))],
            [Wanted("api", "Secure < /shop/dev/edge/https-listener-arn\n" + Rule(Orders, "/orders/*", "Secure"))]);

        Assert.Equal(Orders, Number(settled[0]));
    }

    [Fact]
    public void Settle_NumberOfSomebodysOwnChoice_IsNotMoved()
    {
        var settled = ListenerNumbers.Settle(
            [Deployed("api", Listener + Rule(Orders, "/orders/*"))], [Wanted("api", Listener + Rule(7, "/orders/*"))]);

        Assert.Equal(7, Number(settled[0]));
    }

    [Fact]
    public void Settle_RuleOfAStackWhoseCreationFailed_TakesNoNumber()
    {
        var settled = SettledTemplates.Of(
            [Deployed("api", Listener + Rule(Orders, "/orders/*"), "ROLLBACK_COMPLETE")], [Wanted("backend", Listener + Rule(Orders, "/orders/*"))]);

        Assert.Equal(Orders, Number(settled[0]));
    }

    private static int NumberOf(string path) => ListenerPriorities.Assign([(null, path)])[0];

    private static int Number(AssemblyStack stack) => (int)stack.Template["Resources"]!["ListenerRule"]!["Properties"]!["Priority"]!;
}
