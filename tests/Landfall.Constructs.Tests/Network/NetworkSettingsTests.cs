using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Network;

public sealed class NetworkSettingsTests
{
    private static readonly EnvironmentFacts Facts = new()
    {
        Network = new ImportedNetworkPlan
        {
            VpcId = "vpc-0abc",
            VpcCidr = "10.9.0.0/16",
            Subnets = [.. new[] { true, false }.SelectMany(open => "ab".Select((zone, i) => new SubnetPlan($"10.9.{(open ? 0 : 2) + i}.0/24", $"eu-west-1{zone}", open)))],
        },
    };

    /// <summary>Every combination of the network's settings that is valid synthesises, with one subnet in a zone.</summary>
    [Fact]
    public void Synth_EveryValidCombination_Works()
    {
        var valid = 0;
        var combinations =
            from zones in new[] { 2, 3 }
            from nat in new[] { "none", "one", "perZone" }
            from import in new[] { "", ", import: { vpc: vpc-0abc }" }
            from blocks in new (int Public, int Private)[] { (0, 0), (2, 2), (2, 3), (3, 2), (3, 3) }
            select $"network: {{ zones: {zones}, nat: {nat}{import}{Subnets(blocks.Public, blocks.Private)} }}";
        foreach (var network in combinations.Where(IsValid))
        {
            valid++;
            var resources = Synthesis.Run(SmallPlan.Create(network, facts: Facts))["shop-dev-network"]["Resources"]!.AsObject();
            var subnets = resources.Where(pair => (string?)pair.Value!["Type"] == "AWS::EC2::Subnet").Select(pair => pair.Value!["Properties"]!).ToList();
            Assert.All(subnets.GroupBy(subnet => (string)subnet["Tags"]![0]!["Value"]!), group => Assert.Single(group));
            Assert.Equal(subnets.Count / 2, subnets.Select(subnet => (string)subnet["AvailabilityZone"]!).Distinct().Count());
        }

        // A new VPC or found subnets for each number of zones and NAT, and the blocks that fit each number.
        Assert.Equal(18, valid);
    }

    private static string Subnets(int open, int closed) => open == 0
        ? ""
        : $", subnets: {{ public: [{Blocks(0, open)}], private: [{Blocks(10, closed)}] }}";

    private static string Blocks(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(i => $"10.9.{i}.0/24"));

    private static bool IsValid(string network)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\n{network}\n");
        return ConfigLoader.Load(file, _ => null).Config is not null;
    }
}
