using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class StackTemplateTests
{
    [Fact]
    public void Parse_Template_KnowsWhatItGivesTakesAndRetains()
    {
        var template = StackTemplate.Parse("""
            {
              "Parameters": {
                "Host": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/dev/databases/orders/host" },
                "Size": { "Type": "String", "Default": "/not/taken" }
              },
              "Resources": {
                "Published": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/shop/dev/services/api/url" } },
                "Named": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": { "Ref": "Size" } } },
                "Bucket": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain" },
                "Log": { "Type": "AWS::Logs::LogGroup", "DeletionPolicy": "RetainExceptOnCreate" },
                "Database": { "Type": "AWS::RDS::DBInstance", "DeletionPolicy": "Snapshot" },
                "Queue": { "Type": "AWS::SQS::Queue", "DeletionPolicy": "Delete" },
                "Rule": { "Type": "AWS::EC2::SecurityGroupIngress", "Properties": { "GroupId": { "Fn::ImportValue": "shop-dev-vpc:Group" } } }
              },
              "Outputs": { "Url": { "Value": "x" }, "Arn": { "Value": "y", "Export": { "Name": "shop-dev-api:Arn" } } }
            }
            """);

        Assert.NotNull(template);
        Assert.Equal(["/shop/dev/services/api/url", "shop-dev-api:Arn"], template.Gives);
        Assert.Equal(["/shop/dev/databases/orders/host", "shop-dev-vpc:Group"], template.Takes);
        Assert.Equal(["Bucket", "Log", "Database"], template.Retains);
    }

    [Theory]
    [InlineData("Resources:\n  A:\n    Type: AWS::SQS::Queue\n")]
    [InlineData("[]")]
    public void Parse_NotAJsonTemplate_IsUnknown(string text) => Assert.Null(StackTemplate.Parse(text));
}
