using System.Text.Json.Nodes;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class TableIndexesTests
{
    [Fact]
    public void Plan_TwoIndexesAdded_AddsThemOneByOne()
    {
        var plan = Plan([], ["a", "b"]);

        Assert.Equal(["a", "a b"], plan.Of(Pass.Shared).Select(Indexes));
        Assert.Equal(2, PassPlan.Runs(plan.Of(Pass.Shared)).Count);
        Assert.Empty(plan.Of(Pass.Settle));
        Assert.Equal(["a", "id"], Definitions(plan.Operations[0]));
    }

    [Fact]
    public void Plan_IndexesReplaced_NewOnesComeFirstAndOldOnesGoLast()
    {
        var plan = Plan(["a", "b"], ["c"]);

        Assert.Equal(["a b c"], plan.Of(Pass.Shared).Select(Indexes));
        Assert.Equal(["b c", "c"], plan.Of(Pass.Settle).Select(Indexes));
        Assert.Equal(["c", "id"], Definitions(plan.Operations[^1]));
    }

    [Fact]
    public void Plan_LastIndexGoes_LeavesNoEmptyList()
    {
        var settled = Plan(["a"], []).Of(Pass.Settle).Single().Template!;

        Assert.Null(settled["Resources"]!["Audit"]!["Properties"]!["GlobalSecondaryIndexes"]);
    }

    [Fact]
    public void Plan_IndexWithAnotherKey_IsDeletedAndMadeAgainInTwoSteps()
    {
        var plan = PassPlanner.Plan(
            [Deployed("data", Table(("a", "a")))], [Wanted("data", Table(("a", "z"))), Wanted("api", Task("x"), "data")]);

        Assert.Equal(["", "a"], plan.Of(Pass.Shared).Select(Indexes));
        Assert.Null(Properties(plan.Operations[0])["GlobalSecondaryIndexes"]);
        Assert.Equal(["id"], Definitions(plan.Operations[0]));
        Assert.Equal(["id", "z"], Definitions(plan.Operations[1]));
    }

    [Fact]
    public void Stages_IndexWithAnotherProjection_IsDeletedFirst()
    {
        var (deployed, wanted) = (Template(Table(("a", "a"))), Template(Table(("a", "a"))));
        wanted["Resources"]!["Audit"]!["Properties"]!["GlobalSecondaryIndexes"]![0]!["Projection"] = new JsonObject { ["ProjectionType"] = "KEYS_ONLY" };

        var stage = Assert.Single(TableIndexes.Stages(deployed, wanted));

        Assert.Null(stage["Resources"]!["Audit"]!["Properties"]!["GlobalSecondaryIndexes"]);
    }

    [Fact]
    public void Stages_IndexWithAnotherThroughput_ChangesInPlace()
    {
        var (deployed, wanted) = (Template(Table(("a", "a"))), Template(Table(("a", "a"))));
        wanted["Resources"]!["Audit"]!["Properties"]!["GlobalSecondaryIndexes"]![0]!["ProvisionedThroughput"] = new JsonObject { ["ReadCapacityUnits"] = 5 };

        Assert.Empty(TableIndexes.Stages(deployed, wanted));
    }

    [Fact]
    public void Stages_TablesWithDifferentNumbersOfChanges_TakeAsManyAsTheLongestNeeds()
    {
        var stages = TableIndexes.Stages(
            Template($"{Table()}\n{Other()}"), Template($"{Table(("a", "a"), ("b", "b"), ("c", "c"))}\n{Other(("a", "a"), ("b", "b"))}"));

        Assert.Equal([(1, 1), (2, 2)], stages.Select(s => (Count(s, "Audit"), Count(s, "Other"))));
    }

    [Fact]
    public void Keep_TwoTablesThatLoseAnIndex_KeepsBoth()
    {
        var wanted = Template($"{Table()}\n{Other()}");

        var kept = TableIndexes.Keep(Template($"{Table(("a", "a"))}\n{Other(("b", "b"))}"), wanted);

        Assert.Equal((1, 1), (Count(kept, "Audit"), Count(kept, "Other")));
        Assert.Equal((0, 0), (Count(wanted, "Audit"), Count(wanted, "Other")));
    }

    private static int Count(JsonObject template, string table) => (template["Resources"]![table]!["Properties"]!["GlobalSecondaryIndexes"] as JsonArray)?.Count ?? 0;

    private static string Other(params (string Name, string Key)[] indexes) => Table(indexes).Replace("Audit:", "Other:", StringComparison.Ordinal);

    private static PassPlan Plan(string[] before, string[] after) => PassPlanner.Plan(
        [Deployed("data", Table([.. before.Select(i => (i, i))]))],
        [Wanted("data", Table([.. after.Select(i => (i, i))])), Wanted("api", Task("x"), "data")]);

    private static string Indexes(StackOperation operation) => string.Join(' ', (Properties(operation)["GlobalSecondaryIndexes"] as JsonArray ?? [])
        .Select(i => (string)i!["IndexName"]!).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Definitions(StackOperation operation) => Properties(operation)["AttributeDefinitions"]!.AsArray()
        .Select(d => (string)d!["AttributeName"]!).Order(StringComparer.Ordinal);

    private static JsonObject Properties(StackOperation operation) => operation.Template!["Resources"]!["Audit"]!["Properties"]!.AsObject();

    private static string Table(params (string Name, string Key)[] indexes)
    {
        var properties = new JsonObject
        {
            ["TableName"] = "shop-dev-audit",
            ["KeySchema"] = Keys("id"),
            ["AttributeDefinitions"] = new JsonArray([.. indexes.Select(i => i.Key).Append("id").Distinct()
                .Select(k => new JsonObject { ["AttributeName"] = k, ["AttributeType"] = "S" })]),
        };
        if (indexes.Length > 0)
        {
            properties["GlobalSecondaryIndexes"] = new JsonArray([.. indexes.Select(i => new JsonObject { ["IndexName"] = i.Name, ["KeySchema"] = Keys(i.Key) })]);
        }

        return "Audit: " + new JsonObject { ["Type"] = "AWS::DynamoDB::Table", ["Properties"] = properties }.ToJsonString();
    }

    private static JsonArray Keys(string key) => [new JsonObject { ["AttributeName"] = key, ["KeyType"] = "HASH" }];
}
