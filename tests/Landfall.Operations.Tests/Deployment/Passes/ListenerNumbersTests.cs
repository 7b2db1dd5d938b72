using System.Text.Json.Nodes;
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

        Assert.Equal([Orders, Basket], settled.Select(s => Number(s)));
    }

    [Fact]
    public void Settle_PathsOfDifferentLengthSwapped_EachGetsAFreeNumberThatFitsItsPath()
    {
        var (all, deep) = (NumberOf("/*"), NumberOf("/api/v2/*"));
        var settled = ListenerNumbers.Settle(
            [Deployed("a", Listener + Rule(all, "/*")), Deployed("b", Listener + Rule(deep, "/api/v2/*"))],
            [Wanted("a", Listener + Rule(deep, "/api/v2/*")), Wanted("b", Listener + Rule(all, "/*"))]);

        Assert.True(Number(settled[0]) < Number(settled[1]), "the longer path comes first");
        Assert.Empty(settled.Select(s => Number(s)).Intersect([all, deep]));
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

    [Theory]
    [InlineData("[\"a.example.com\", \"b.example.com\"]")]
    [InlineData("[\"*.example.com\"]")]
    [InlineData("[\"a.example.com\"]")]
    public void Settle_ServiceWithHostsRenamed_NewRuleTakesAFreeNumberOfTheSameMeaning(string hosts)
    {
        var number = NumberOf("/*", hosts);

        var settled = ListenerNumbers.Settle(
            [Deployed("api", Listener + HostRule(number, hosts))], [Wanted("backend", Listener + HostRule(number, hosts))]);

        Assert.NotEqual(number, Number(settled[0]));
        var (first, size) = ListenerPriorities.Band(Joined(hosts), "/*");
        Assert.InRange(Number(settled[0]), first, first + size - 1);
    }

    /// <summary>A host's rule for every path comes after those for some of its paths, wherever it stood before.</summary>
    [Fact]
    public void Settle_PathOfAHostGivenUp_TakesTheNumberOfEveryPath()
    {
        const string hosts = "[\"a.example.com\"]";
        var (deep, every) = (NumberOf("/api/v2/*", hosts), NumberOf("/*", hosts));

        var settled = ListenerNumbers.Settle(
            [Deployed("api", Listener + HostRule(deep, hosts, "/api/v2/*"))], [Wanted("api", Listener + HostRule(every, hosts))]);

        Assert.Equal(every, Number(settled[0]));
    }

    [Fact]
    public void Settle_NumberOfSomebodysOwnChoiceForAHost_IsNotMoved()
    {
        const string hosts = "[\"a.example.com\"]";

        var settled = ListenerNumbers.Settle(
            [Deployed("api", Listener + HostRule(NumberOf("/*", hosts), hosts))], [Wanted("api", Listener + HostRule(7, hosts))]);

        Assert.Equal(7, Number(settled[0]));
    }

    [Fact]
    public void Settle_InternalServiceRenamedWhoseNumberIsTaken_TakesAnyFreeOne()
    {
        const string listener = "Listener < /shop/dev/edge/internal-listener-arn\n";

        var settled = ListenerNumbers.Settle(
            [Deployed("a", listener + HostRule(50_000, "[\"a.dev.shop.local\"]"))], [Wanted("b", listener + HostRule(50_000, "[\"b.dev.shop.local\"]"))]);

        Assert.Equal(1, Number(settled[0]));
    }

    [Fact]
    public void Settle_NewRulesOfTheSameNumber_TakeFreeOnesByStackAndId()
    {
        var rules = Listener + Rule(Orders, "/orders/*", id: "RuleB") + "\n" + Rule(Orders, "/orders/*", id: "RuleA");

        var settled = ListenerNumbers.Settle([], [Wanted("b", rules), Wanted("a", rules)]);

        var (first, size) = ListenerPriorities.Band(null, "/orders/*");
        int Next(int step) => first + ((Orders - first + step) % size);
        Assert.Equal([(Next(0), Next(1)), (Next(2), Next(3))], settled.Reverse().Select(s => (Number(s, "RuleA"), Number(s, "RuleB"))));
    }

    /// <summary>Somebody's own choice goes first, wherever its stack stands.</summary>
    [Fact]
    public void Settle_NumberOfSomebodysOwnChoiceThatANewRuleWouldTake_IsLeftToIt()
    {
        var settled = ListenerNumbers.Settle([], [Wanted("a", Listener + Rule(Orders, "/orders/*")), Wanted("z", Listener + Rule(Orders, "/basket"))]);

        Assert.Equal(Orders, Number(settled[1]));
        Assert.NotEqual(Orders, Number(settled[0]));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(1, -1, true)]
    [InlineData(0, -1, false)]
    [InlineData(1, 0, false)]
    public void Settle_DeployedNumberAtTheEdgeOfTheBand_StaysWhereItMeansTheSame(int bands, int offset, bool stays)
    {
        var (first, size) = ListenerPriorities.Band(null, "/orders/*");
        var deployed = first + (bands * size) + offset;

        var settled = ListenerNumbers.Settle([Deployed("api", Listener + Rule(deployed, "/orders/*"))], [Wanted("api", Listener + Rule(first + 1, "/orders/*"))]);

        Assert.Equal(stays ? deployed : first + 1, Number(settled[0]));
    }

    [Fact]
    public void Settle_RuleWithoutConditions_KeepsItsNumber()
    {
        var every = NumberOf("/*");
        var rule = $$"""ListenerRule: { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "ListenerArn": { "Ref": "Listener" }, "Priority": {{every}} } }""";

        Assert.Equal(every, Number(ListenerNumbers.Settle([Deployed("api", Listener + Rule(every, "/*"))], [Wanted("own", Listener + rule)])[0]));
    }

    [Fact]
    public void Settle_ListenersOfStacksOfTheirOwn_AreNotTheSame()
    {
        var settled = ListenerNumbers.Settle([Deployed("a", Rule(Orders, "/orders/*"))], [Wanted("b", Rule(Orders, "/orders/*"))]);

        Assert.Equal(Orders, Number(settled[0]));
    }

    [Fact]
    public void Settle_ListenerThatIsWrittenOut_IsTheSameInEveryStack()
    {
        static string Written(string arn) => Rule(Orders, "/orders/*").Replace("""{ "Ref": "Listener" }""", $"\"{arn}\"", StringComparison.Ordinal);

        Assert.NotEqual(Orders, Number(ListenerNumbers.Settle([Deployed("a", Written("arn:1"))], [Wanted("b", Written("arn:1"))])[0]));
        Assert.Equal(Orders, Number(ListenerNumbers.Settle([Deployed("a", Written("arn:1"))], [Wanted("b", Written("arn:2"))])[0]));
    }

    private static string Joined(string hosts) => string.Join(',', JsonNode.Parse(hosts)!.AsArray().Select(host => (string)host!));

    private static int NumberOf(string path, string hosts) => ListenerPriorities.Assign([(Joined(hosts), path)])[0];

    private static string HostRule(int number, string hosts, string? path = null)
    {
        var more = path is null ? "" : $$""", { "Field": "path-pattern", "PathPatternConfig": { "Values": ["{{path}}"] } }""";
        return $$"""ListenerRule: { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "ListenerArn": { "Ref": "Listener" }, "Priority": {{number}}, "Conditions": [{ "Field": "host-header", "HostHeaderConfig": { "Values": {{hosts}} } }{{more}}] } }""";
    }

    private static int NumberOf(string path) => ListenerPriorities.Assign([(null, path)])[0];

    private static int Number(AssemblyStack stack, string rule = "ListenerRule") => (int)stack.Template["Resources"]![rule]!["Properties"]!["Priority"]!;
}
