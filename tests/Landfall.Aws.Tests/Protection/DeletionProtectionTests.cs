using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Aws.Databases;
using Landfall.Aws.Tables;

namespace Landfall.Aws.Tests.Protection;

/// <summary>What turns deletion protection on and off, in each service.</summary>
public sealed class DeletionProtectionTests
{
    private static readonly StubAnswer Done = new(200, "<Done/>");

    [Theory]
    [InlineData("ModifyDBCluster", "DBClusterIdentifier")]
    [InlineData("ModifyDBInstance", "DBInstanceIdentifier")]
    public async Task AllowDeletionAsync_Database_TurnsItOffAtOnce(string operation, string identifier)
    {
        using var aws = HttpStub.InTurn(Done);
        var client = new DatabaseClient(StubSession.To(aws));

        await (operation == "ModifyDBCluster"
            ? client.AllowClusterDeletionAsync("orders", TestContext.Current.CancellationToken)
            : client.AllowInstanceDeletionAsync("orders", TestContext.Current.CancellationToken));

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal((operation, "orders", "false", "true"), (form["Action"], form[identifier], form["DeletionProtection"], form["ApplyImmediately"]));
    }

    [Fact]
    public async Task AllowDeletionAsync_Table_SpeaksDynamoDbsVersionOfTheProtocol()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        await new TableClient(StubSession.To(aws)).AllowDeletionAsync("audit", TestContext.Current.CancellationToken);

        var request = Assert.Single(aws.Requests);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.False((bool)JsonNode.Parse(request.Body)!["DeletionProtectionEnabled"]!);
    }

    [Fact]
    public async Task UpdateParametersAsync_OneNewValue_KeepsTheTemplateAndTheOtherValues()
    {
        using var aws = HttpStub.InTurn(Done);
        var stack = new Stack(
            "shop-dev-data", "arn", "CREATE_COMPLETE", null, DateTimeOffset.UnixEpoch, false,
            new Dictionary<string, string>(), new Dictionary<string, string>(),
            new Dictionary<string, string> { ["VpcId"] = "vpc-1", ["DeletionProtection"] = "false" });

        await new CloudFormationClient(StubSession.To(aws)).UpdateParametersAsync(
            stack, new Dictionary<string, string> { ["DeletionProtection"] = "true" }, TestContext.Current.CancellationToken);

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal(("UpdateStack", "true"), (form["Action"], form["UsePreviousTemplate"]));
        Assert.Equal(("DeletionProtection", "true"), (form["Parameters.member.1.ParameterKey"], form["Parameters.member.1.ParameterValue"]));
        Assert.Equal(("VpcId", "true"), (form["Parameters.member.2.ParameterKey"], form["Parameters.member.2.UsePreviousValue"]));
        Assert.Equal("CAPABILITY_NAMED_IAM", form["Capabilities.member.2"]);
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public async Task SetTerminationProtectionAsync_OnOrOff_SaysSo(bool on, string expected)
    {
        using var aws = HttpStub.InTurn(Done);

        await new CloudFormationClient(StubSession.To(aws)).SetTerminationProtectionAsync("shop-dev-data", on, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Assert.Single(aws.Requests).Form["EnableTerminationProtection"]);
    }
}
