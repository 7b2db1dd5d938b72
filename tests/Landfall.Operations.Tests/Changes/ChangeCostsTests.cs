using System.Text.Json.Nodes;
using Landfall.Config.Prices;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Changes;

public sealed class ChangeCostsTests
{
    private const string Address = """{ "Address": { "Type": "AWS::EC2::EIP" } }""";
    private const string Nothing = """{ "Topic": { "Type": "AWS::SNS::TopicPolicy" } }""";

    [Fact]
    public void Add_WhatCostsMore_IsSaidAsAWholeAndByStack()
    {
        var change = Change(Nothing, Address);

        Assert.Equal(new ChangeCost(0, 3.65m, PriceTable.Date, []).ToString(), $"{change.Cost}");
        Assert.Equal($"Costs +$3.65 a month ($0.00 → $3.65 expected, list prices of {PriceTable.Date})", $"{change.Cost}");
        var effect = Assert.Single(change.Effects, e => e.Kind == EffectKind.Cost);
        Assert.Equal(("app-dev-data", "+$3.65 a month", false), (effect.Subject, effect.Amount, effect.Harmful));
        Assert.StartsWith("app-dev-data/Stack/cost/", effect.Id, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_WhatCostsLess_IsSaidWithAMinus() =>
        Assert.StartsWith("Costs -$3.65 a month ($3.65 → $0.00 expected", $"{Change(Address, Nothing).Cost}", StringComparison.Ordinal);

    [Fact]
    public void Add_WhatCostsTheSame_HasNoCost()
    {
        var change = Change(Nothing, """{ "Other": { "Type": "AWS::SNS::TopicPolicy" } }""");

        Assert.False(change.IsEmpty);
        Assert.Null(change.Cost);
        Assert.DoesNotContain(change.Effects, e => e.Kind == EffectKind.Cost);
    }

    /// <summary>Container Insights stand in the network's stack and are paid for by the tasks of a service's.</summary>
    [Fact]
    public void Add_MoreTasks_CostMoreInTheStackThatWatchesThemToo()
    {
        var wanted = Environments.Golden("shop/prod");
        var deployed = Environments.Deployed(wanted);
        var api = wanted.Single(s => s.Name == "shop-prod-api");
        api.Template.Properties("ScalableTarget")["MinCapacity"] = 6;

        var change = ChangeCosts.Add(ChangeFinder.Find("prod", deployed, [api], []), deployed, [api], []);

        Assert.Equal(["shop-prod-api", "shop-prod-network"], change.Effects.Where(e => e.Kind == EffectKind.Cost).Select(e => e.Subject));
        Assert.Equal(532.51m, change.Cost!.Before);
        Assert.Equal(532.51m + (3 * 28.8358m) + 10.5m, change.Cost.After, 1); // from four expected tasks to seven, of 1 vCPU and 2 GB for ARM, and fifty metrics of each
    }

    [Fact]
    public void Add_RemovedStack_CostsNoMore()
    {
        var wanted = Environments.Golden("shop/prod");
        var deployed = Environments.Deployed(wanted);

        var change = ChangeCosts.Add(ChangeFinder.Find("prod", deployed, [], ["shop-prod-web"]), deployed, [], ["shop-prod-web"]);

        Assert.Equal(-0.07m, change.Cost!.After - change.Cost.Before);
    }

    [Fact]
    public void Add_WhatIsRetained_GoesOnCosting()
    {
        var kept = """{ "Address": { "Type": "AWS::EC2::EIP", "DeletionPolicy": "Retain" } }""";

        Assert.Null(Change(kept, Nothing).Cost);
    }

    [Fact]
    public void Add_WhatHasNoPrice_IsNamedAndNotGuessed()
    {
        var change = Change(Nothing, """{ "Odd": { "Type": "AWS::Odd::Thing" } }""");

        Assert.Equal(["AWS::Odd::Thing"], change.Cost!.Unknown);
        Assert.Equal("Costs as much, but for what has no known price: AWS::Odd::Thing", $"{change.Cost}");
    }

    [Fact]
    public void Add_RegionWithoutPrices_NamesSomeOfWhatIsUnknown()
    {
        var wanted = Environments.Golden("shop/dev").Where(s => s.Name == "shop-dev-network").Select(s => s with { Region = "af-south-1" }).ToList();

        var text = $"{ChangeCosts.Add(ChangeFinder.Find("dev", [], wanted, []), [], wanted, []).Cost}";

        Assert.Matches(@"but for what has no known price: dashboard \(dashboard\) in af-south-1, [^,]+, [^,]+ and \d+ more$", text);
    }

    [Fact]
    public void Add_NewEnvironment_CostsWhatItsEstimateSays()
    {
        var wanted = Environments.Golden("shop/dev").Select(s => s with { Region = "us-east-1" }).ToList();

        Assert.Equal((0m, 255.66m), ChangeCosts.Add(ChangeFinder.Find("dev", [], wanted, []), [], wanted, []).Cost is { } cost ? (cost.Before, cost.After) : default);
    }

    [Fact]
    public void Add_TheSameTwice_IsTheSame() =>
        Assert.Equal(string.Join('\n', ChangeText.Verbose(Change(Nothing, Address))), string.Join('\n', ChangeText.Verbose(Change(Nothing, Address))));

    [Fact]
    public void Text_Cost_StandsOnTheSecondLine()
    {
        var change = Change(Nothing, Address);

        Assert.Equal($"{change.Cost}", ChangeText.Brief(change).ElementAt(1));
        Assert.DoesNotContain(ChangeText.Brief(change), line => line.StartsWith("Besides", StringComparison.Ordinal));
        Assert.Contains("  costs: What app-dev-data is expected to cost goes up. (+$3.65 a month)", ChangeText.Verbose(change));
    }

    [Fact]
    public async Task File_Cost_IsReadAsItWasWritten()
    {
        using var folder = new TemporaryFolder();
        var change = Change(Nothing, Address);

        await ChangeFile.WriteAsync(folder.Write("change.json", ""), change, TestContext.Current.CancellationToken);

        Assert.Equal($"{change.Cost}", $"{ChangeFile.Read(Path.Combine(folder.Path, "change.json")).Cost}");
    }

    private static Change Change(string before, string after)
    {
        var deployed = Environments.Deployed([Stack(before)]);
        AssemblyStack[] wanted = [Stack(after)];
        return ChangeCosts.Add(ChangeFinder.Find("dev", deployed, wanted, []), deployed, wanted, []);
    }

    private static AssemblyStack Stack(string resources) => Environments.Wanted("app-dev-data", new JsonObject { ["Resources"] = JsonNode.Parse(resources) });
}
