using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests;

public class PlanRoundTripTests
{
    private static readonly KnownFacts Facts = new()
    {
        Environments = new Dictionary<string, EnvironmentFacts>
        {
            ["prod"] = new() { Network = new ImportedNetworkPlan { VpcId = "vpc-0abc", VpcCidr = "10.0.0.0/16", Subnets = [] } },
            ["emr"] = new() { Network = new ImportedNetworkPlan { VpcId = "vpc-0def", VpcCidr = "10.0.0.0/16", EmrCluster = "j-2AXXXX", Subnets = [] } },
        },
    };

    /// <summary>
    /// A random valid document gives the same plans as JSON, as YAML, and with its keys in another order; and a plan that
    /// is written and read again is the same plan.
    /// </summary>
    [Fact]
    public void Resolve_RandomDocument_GivesOnePlanInEveryForm()
    {
        var accepted = 0;
        var changes = Gen.Choose(0, int.MaxValue - 1).ListOf(6);
        Prop.ForAll(changes.ToArbitrary(), places =>
        {
            var document = JsonNode.Parse(FullFile.Json)!.AsObject();
            foreach (var place in places)
            {
                Change(document, place);
            }

            if (Plans(document.ToJsonString(), "landfall.json") is not { } plans)
            {
                return true;
            }

            accepted++;
            Assert.Equal(plans, Plans(YamlText.Of(document), "landfall.yaml"));
            Assert.Equal(plans, Plans(YamlText.Of(Reordered(document)), "landfall.yaml"));
            Assert.All(plans, plan => Assert.Equal(plan, PlanFile.Write(PlanFile.Read(plan))));
            return true;
        }).Check(PropertyRuns.Of(200));

        Assert.True(accepted > 20, $"Only {accepted} documents were valid.");
    }

    private static string[]? Plans(string text, string name)
    {
        var loaded = TestLoad.Text(text, name);
        return loaded.Config is null
            ? null
            : [.. loaded.EnvironmentNames.Order(StringComparer.Ordinal).Select(environment => PlanFile.Write(PlanResolver.Resolve(loaded.Config, environment, Facts)))];
    }

    private static void Change(JsonObject document, int place)
    {
        var leaves = Leaves(document).ToArray();
        var leaf = leaves[place % leaves.Length];
        if (leaf.Parent is not JsonObject map)
        {
            return;
        }

        var name = leaf.GetPropertyName();
        switch (leaf.GetValueKind())
        {
            case System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False:
                map[name] = !leaf.GetValue<bool>();
                break;
            case System.Text.Json.JsonValueKind.Number when place % 3 > 0:
                map[name] = leaf.GetValue<double>() + (place % 3);
                break;
            default:
                map.Remove(name);
                break;
        }
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Leaves(pair.Value)),
        JsonArray list => list.SelectMany(Leaves),
        JsonValue value => [value],
        _ => [],
    };

    private static JsonNode Reordered(JsonNode node) => node switch
    {
        JsonObject map => new JsonObject(map.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : Reordered(pair.Value)))),
        _ => node.DeepClone(),
    };
}
