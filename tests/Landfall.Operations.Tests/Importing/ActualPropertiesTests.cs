using System.Text.Json.Nodes;
using Landfall.Operations.Importing;

namespace Landfall.Operations.Tests.Importing;

public sealed class ActualPropertiesTests
{
    [Theory]
    [InlineData("""{"TableName":"a","Arn":"x","Tags":[]}""", """{"TableName":"a"}""", """{"TableName":"a"}""")]
    [InlineData("""{"TableName":"a"}""", """{"TableName":"a","TimeToLiveSpecification":{"Enabled":true}}""", """{"TableName":"a"}""")]
    [InlineData("""{"S":{"On":true,"More":1}}""", """{"S":{"On":false}}""", """{"S":{"On":true}}""")]
    [InlineData("""{"P":true}""", """{"P":{"Ref":"Protection"}}""", """{"P":true}""")]
    public void Of_Properties_AreThoseThatTheTemplateHasAsTheyAre(string actual, string wanted, string expected) => AssertOf(actual, wanted, expected);

    /// <summary>AWS lists sets as it likes.</summary>
    [Fact]
    public void Of_ListInAnotherOrder_IsThatOfTheTemplate() => AssertOf(
        """{"AttributeDefinitions":[{"AttributeName":"b","AttributeType":"S"},{"AttributeName":"a","AttributeType":"N","More":1}]}""",
        """{"AttributeDefinitions":[{"AttributeName":"a","AttributeType":"N"},{"AttributeName":"b","AttributeType":"S"}]}""",
        """{"AttributeDefinitions":[{"AttributeName":"a","AttributeType":"N"},{"AttributeName":"b","AttributeType":"S"}]}""");

    [Fact]
    public void Of_ListWithMoreInIt_KeepsAllOfIt() => AssertOf(
        """{"Rules":[{"Id":"theirs","Days":1},{"Id":"ours"}]}""", """{"Rules":[{"Id":"ours"}]}""", """{"Rules":[{"Id":"ours"},{"Id":"theirs","Days":1}]}""");

    [Fact]
    public void Of_IndexesThatTheTemplateLacks_AreThereSinceTheirKeysAreAmongTheAttributes() => AssertOf(
        """{"TableName":"a","GlobalSecondaryIndexes":[{"IndexName":"i"}],"LocalSecondaryIndexes":[],"BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":5}}""",
        """{"TableName":"a","BillingMode":"PAY_PER_REQUEST"}""",
        """{"TableName":"a","BillingMode":"PROVISIONED","GlobalSecondaryIndexes":[{"IndexName":"i"}],"ProvisionedThroughput":{"ReadCapacityUnits":5}}""");

    [Fact]
    public void Of_TableOnDemand_HasNoThroughput() => AssertOf(
        """{"BillingMode":"PAY_PER_REQUEST","ProvisionedThroughput":{"ReadCapacityUnits":0}}""", """{"BillingMode":"PAY_PER_REQUEST"}""", """{"BillingMode":"PAY_PER_REQUEST"}""");

    private static void AssertOf(string actual, string wanted, string expected) =>
        Assert.Equal(expected, ActualProperties.Of(JsonNode.Parse(actual)!.AsObject(), JsonNode.Parse(wanted)!.AsObject(), ImportKind.Table).ToJsonString());
}
