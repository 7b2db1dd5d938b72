using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes;

public class ChangeSetCheckTests
{
    private static readonly Change Agreed = new(
        "dev",
        "digest",
        [
            new StackChange("shop-dev-data", StackAction.Update,
            [
                new ResourceChange("Audit", "Audit", "AWS::DynamoDB::Table", ResourceAction.Delete, [], ""),
                new ResourceChange("Emails", "Emails", "AWS::SQS::Queue", ResourceAction.Replace, [], ""),
                new ResourceChange("Orders", "Orders", "AWS::RDS::DBInstance", ResourceAction.Modify, [], ""),
            ]),
        ],
        [],
        []);

    [Theory]
    [InlineData("Audit", "AWS::DynamoDB::Table", "Remove", null, "Delete")]
    [InlineData("Emails", "AWS::SQS::Queue", "Modify", "True", "ReplaceAndDelete")]
    [InlineData("Orders", "AWS::RDS::DBInstance", "Modify", "False", null)]
    [InlineData("Orders", "AWS::RDS::DBInstance", "Modify", "Conditional", null)]
    [InlineData("Notes", "AWS::DynamoDB::Table", "Add", null, null)]
    [InlineData("Notes", "AWS::DynamoDB::Table", "Remove", null, "Retain")]
    [InlineData("Alarm", "AWS::CloudWatch::Alarm", "Remove", null, "Delete")]
    [InlineData("TaskDefinition", "AWS::ECS::TaskDefinition", "Modify", "True", "ReplaceAndDelete")]
    public void RequireAgreed_AgreedOrHarmless_Passes(string id, string type, string action, string? replacement, string? policy) =>
        ChangeSetCheck.RequireAgreed(Agreed, "shop-dev-data", [new ChangeSetEntry(id, type, action, replacement, policy)]);

    [Theory]
    [InlineData("Notes", "AWS::DynamoDB::Table", "Remove", null, "Delete", "delete Notes")]
    [InlineData("Orders", "AWS::RDS::DBInstance", "Modify", "True", "ReplaceAndDelete", "replace Orders")]
    [InlineData("Orders", "AWS::RDS::DBInstance", "Remove", null, "Delete", "delete Orders")]
    [InlineData("Emails", "AWS::SQS::Queue", "Remove", null, "Delete", "delete Emails")]
    [InlineData("Thing", "Acme::Thing::Type", "Modify", "True", null, "replace Thing")]
    public void RequireAgreed_OtherHarm_IsRefused(string id, string type, string action, string? replacement, string? policy, string what)
    {
        var refused = Assert.Throws<LandfallException>(() => ChangeSetCheck.RequireAgreed(Agreed, "shop-dev-data", [new ChangeSetEntry(id, type, action, replacement, policy)]));

        Assert.Equal(ErrorCodes.ChangeSetDiffers, refused.Code);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RequireAgreed_StackThatDoesNotChange_IsRefused() =>
        Assert.Throws<LandfallException>(() => ChangeSetCheck.RequireAgreed(Agreed, "shop-dev-edge", [new ChangeSetEntry("Pool", "AWS::Cognito::UserPool", "Remove", null, "Delete")]));
}
