using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeletionPlanTests
{
    [Fact]
    public void Lines_ResourcesThatStayAndDataThatIsLost_TellsThemApart()
    {
        var plan = new DeletionPlan(
            [],
            [new OwnedResource("shop-dev-data", "AWS::S3::Bucket", "files")],
            [new OwnedResource("shop-dev-data", "AWS::DynamoDB::Table", "orders"), new OwnedResource("shop-dev-data", "AWS::SQS::Queue", "jobs")]);

        Assert.Equal(
            [
                "  stays: AWS::S3::Bucket files (shop-dev-data)",
                "  is lost: AWS::DynamoDB::Table orders (shop-dev-data)",
                "  is lost: AWS::SQS::Queue jobs (shop-dev-data)",
            ],
            plan.Lines);
    }

    [Theory]
    [InlineData("AWS::Cognito::UserPool", true)]
    [InlineData("AWS::DynamoDB::Table", true)]
    [InlineData("AWS::EFS::FileSystem", true)]
    [InlineData("AWS::RDS::DBCluster", true)]
    [InlineData("AWS::RDS::DBInstance", true)]
    [InlineData("AWS::S3::Bucket", true)]
    [InlineData("AWS::SecretsManager::Secret", true)]
    [InlineData("AWS::SQS::Queue", true)]
    [InlineData("AWS::SQS::QueuePolicy", false)]
    [InlineData("AWS::IAM::Role", false)]
    public void HoldsData_Type_IsWhatPeopleWouldMiss(string type, bool expected) => Assert.Equal(expected, DeletionPlan.HoldsData(type));
}
