using System.Text.Json.Nodes;
using Landfall.Config.Prices;

namespace Landfall.Config.Tests.Prices;

public sealed class PriceTableTests : IDisposable
{
    private const string File = "src/Landfall.Config/Prices/price-table.json";

    private readonly TemporaryFolder _folder = new();

    private static string Offers => Path.Combine(GoldenFile.Repository, "tests/Landfall.Config.Tests/Prices/Offers");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_EveryEntry_HasAPriceAndAPageOfAws() =>
        Assert.All(PriceTable.Names, name =>
        {
            var price = PriceTable.Find(name, PriceTable.Home);
            Assert.NotNull(price);
            Assert.True(price.Amount > 0, name);
            Assert.Matches("^https://aws\\.amazon\\.com/[a-z0-9-]+/.*pricing", price.Source);
            Assert.NotEmpty(price.Unit);
        });

    [Fact]
    public void Find_RegionThatTheTableLacks_GivesNothing()
    {
        Assert.Null(PriceTable.Find("natGatewayHour", "af-south-1"));
        Assert.Equal(0.048m, PriceTable.Find("natGatewayHour", "eu-west-1")!.Amount);
        Assert.Equal(PriceCertainty.Memory, PriceTable.Find("natGatewayHour", "eu-west-1")!.Certainty);
        Assert.Equal(PriceCertainty.Published, PriceTable.Find("natGatewayHour", "us-east-1")!.Certainty);
    }

    [Fact]
    public void Find_WhatIsSoldByNoRegion_IsTheSameEverywhere() =>
        Assert.Equal(PriceTable.Find("hostedZone", "us-east-1"), PriceTable.Find("hostedZone", "af-south-1"));

    [Fact]
    public void Script_NoOffers_LeavesTheTableAsItIs()
    {
        var (table, said) = Refresh(_folder.Path);

        Assert.Equal(System.IO.File.ReadAllText(Path.Combine(GoldenFile.Repository, File)), table);
        Assert.Contains("natGatewayHour: nothing found for us-east-1", said, StringComparison.Ordinal);
        Assert.Contains("fargateSpotVcpuHour: not in AWS's price list", said, StringComparison.Ordinal);
    }

    /// <summary>The files have the shape of "Reading the service price list files" (AWS Billing User Guide).</summary>
    [Fact]
    public void Script_OfferFiles_WritesTheirPricesAndTheirDate()
    {
        var table = JsonNode.Parse(Refresh(Offers).Table)!;

        Assert.Equal("2027-01-02", (string?)table["read"]);
        Assert.Equal((0.05m, "published"), Price(table, "fargateVcpuHour", "us-east-1"));
        Assert.Equal((0.04m, "published"), Price(table, "fargateArmVcpuHour", "us-east-1"));
        Assert.Equal((0.04048m, "memory"), Price(table, "fargateVcpuHour", "us-west-2"));
    }

    [Fact]
    public void Script_FreeTierAndSmallUnit_GivesThePriceBeyondItByTheTablesUnit() =>
        Assert.Equal((0.6m, "published"), Price(JsonNode.Parse(Refresh(Offers).Table)!, "queueRequestMillion", "eu-west-1"));

    [Fact]
    public void Script_TwoProductsOfDifferentPrices_LeavesTheEntryAndSaysSo()
    {
        var (table, said) = Refresh(Offers);

        Assert.Equal(0.004445m, Price(JsonNode.Parse(table)!, "fargateGbHour", "us-east-1").Price);
        Assert.Contains("fargateGbHour: nothing found for us-east-1", said, StringComparison.Ordinal);
    }

    private static (decimal Price, string Certainty) Price(JsonNode table, string name, string region)
    {
        var group = table["prices"]![name]!["prices"]!.AsArray().Single(g => g!["regions"]!.AsArray().Any(r => (string?)r == region))!;
        return ((decimal)group["price"]!, (string)group["certainty"]!);
    }

    private (string Table, string Said) Refresh(string offers)
    {
        var copy = _folder.Write("price-table.json", System.IO.File.ReadAllText(Path.Combine(GoldenFile.Repository, File)));
        var (code, output) = GeneratedTable.Run("price-table.py", "--offers", offers, "--table", copy);
        Assert.True(code == 0, output);
        return (System.IO.File.ReadAllText(copy), output);
    }
}
