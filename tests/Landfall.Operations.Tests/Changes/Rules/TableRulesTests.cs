namespace Landfall.Operations.Tests.Changes.Rules;

public class TableRulesTests
{
    private const string Index = """{"IndexName":"NAME","KeySchema":[{"AttributeName":"KEY","KeyType":"HASH"}]}""";

    [Theory]
    [InlineData("""{}""", """{"TimeToLiveSpecification":{"AttributeName":"at","Enabled":true}}""", "losesData!")]
    [InlineData("""{"TimeToLiveSpecification":{"AttributeName":"at","Enabled":true}}""", """{"TimeToLiveSpecification":{"AttributeName":"until","Enabled":true}}""", "refused")]
    [InlineData("""{"TimeToLiveSpecification":{"AttributeName":"at","Enabled":true}}""", """{}""", "")]
    [InlineData("""{"StreamSpecification":{"StreamViewType":"NEW_IMAGE"}}""", """{}""", "interrupts!")]
    [InlineData("""{}""", """{"StreamSpecification":{"StreamViewType":"NEW_IMAGE"}}""", "")]
    [InlineData("""{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""", """{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":false}}""", "losesData!")]
    [InlineData("""{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}}""", """{"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true,"RecoveryPeriodInDays":7}}""", "losesData!")]
    [InlineData("""{"BillingMode":"PAY_PER_REQUEST"}""", """{"BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}""", "interrupts?")]
    [InlineData("""{"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}""", """{"ProvisionedThroughput":{"ReadCapacityUnits":4,"WriteCapacityUnits":5}}""", "interrupts?")]
    [InlineData("""{"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}""", """{"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":9}}""", "")]
    [InlineData("""{"ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":5}}""", """{"BillingMode":"PAY_PER_REQUEST"}""", "")]
    [InlineData("""{"LocalSecondaryIndexes":[{"IndexName":"a"}]}""", """{}""", "losesData!,interrupts!,replaces!")]
    public void Change_Property_HasItsEffects(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::DynamoDB::Table", before, after)));

    [Theory]
    [InlineData("", "a:x", "")]
    [InlineData("", "a:x b:y", "")]
    [InlineData("a:x", "", "interrupts!")]
    [InlineData("a:x", "b:x", "interrupts!")]
    [InlineData("a:x", "a:y", "interrupts!")]
    [InlineData("a:x b:y", "b:y a:x", "")]
    public void Change_Indexes_InterruptsWhoAsksThoseThatGo(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(',', Judge.Change("AWS::DynamoDB::Table", Indexes(before), Indexes(after))));

    [Fact]
    public void Change_IndexWithAnotherKeyAttribute_ReplacesNoTable()
    {
        const string Before = """{"TableName":"a","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},{"AttributeName":"at","AttributeType":"N"}]}""";

        Assert.Empty(Judge.Change("AWS::DynamoDB::Table", Before, Before.Replace("\"at\",\"AttributeType\":\"N\"", "\"name\",\"AttributeType\":\"S\"", StringComparison.Ordinal)));
        Assert.Contains("refused", Judge.Change("AWS::DynamoDB::Table", Before, Before.Replace("\"N\"", "\"S\"", StringComparison.Ordinal)));
    }

    private static string Indexes(string indexes) =>
        $$$"""{"GlobalSecondaryIndexes":[{{{string.Join(',', indexes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(i => Index.Replace("NAME", i.Split(':')[0], StringComparison.Ordinal).Replace("KEY", i.Split(':')[1], StringComparison.Ordinal)))}}}]}""";
}
