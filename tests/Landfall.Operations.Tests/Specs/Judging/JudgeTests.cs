using Landfall.Operations.Specs.Judging;
using Landfall.Operations.Specs.Reading;
using Landfall.Operations.Tests.Documents;

namespace Landfall.Operations.Tests.Specs.Judging;

public sealed class JudgeTests
{
    private static readonly Lazy<Judge> Shop = new(() =>
    {
        var shop = ArchitectureDocumentTests.Read("shop", "prod");
        return new Judge(shop.Plan, shop.Resources.All, shop.Cost);
    });

    [Theory]
    [InlineData("service api scale.min >= 2", CheckOutcome.Satisfied, "service api.scale.min = 2")]
    [InlineData("service api scale.min > 2", CheckOutcome.Violated, "service api.scale.min = 2")]
    [InlineData("service api scale.max < 10.5", CheckOutcome.Satisfied, "= 10")]
    [InlineData("service api deploy.strategy = blueGreen", CheckOutcome.Satisfied, "= blueGreen")]
    [InlineData("service api deploy.strategy != rolling", CheckOutcome.Satisfied, "= blueGreen")]
    [InlineData("service api deploy.bake >= 10m", CheckOutcome.Satisfied, "= 00:10:00")]
    [InlineData("service api deploy.bake > 10m", CheckOutcome.Violated, "= 00:10:00")]
    [InlineData("service api deploy.strategy >= 3", CheckOutcome.Violated, "= blueGreen")]
    [InlineData("service api scale.mni >= 2", CheckOutcome.Violated, "service api.scale has no 'mni': it has min, max")]
    [InlineData("service nobody scale.min >= 2", CheckOutcome.Violated, "there is no service 'nobody' in 'prod': it has api, load")]
    [InlineData("plan protect = true", CheckOutcome.Satisfied, "plan.protect = true")]
    [InlineData("plan notify has ops@example.com", CheckOutcome.Satisfied, "ops@example.com")]
    [InlineData("plan notify has boss@example.com", CheckOutcome.Violated, "ops@example.com")]
    [InlineData("plan firewall absent", CheckOutcome.Satisfied, "plan.firewall = nothing")]
    [InlineData("plan domain exists", CheckOutcome.Satisfied, "shop.example.com")]
    [InlineData("database orders backupDays >= 30", CheckOutcome.Violated, "database orders.backupDays = 7")]
    [InlineData("plan services.name != root", CheckOutcome.Satisfied, "plan.services[0].name = api")]
    [InlineData("resource AWS::RDS::DBCluster StorageEncrypted = true", CheckOutcome.Satisfied, "shop-prod-data/OrdersCluster.StorageEncrypted = true")]
    [InlineData("resource AWS::RDS::DBCluster BackupRetentionPeriod >= 30", CheckOutcome.Violated, "shop-prod-data/OrdersCluster.BackupRetentionPeriod = 7")]
    [InlineData("resource AWS::S3::Bucket BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm = AES256", CheckOutcome.Satisfied, "[0].ServerSideEncryptionByDefault.SSEAlgorithm = AES256")]
    [InlineData("resource AWS::S3::Bucket VersioningConfiguration.Status = Enabled", CheckOutcome.Violated, "= nothing")]
    [InlineData("resource AWS::RDS::DBClusters StorageEncrypted = true", CheckOutcome.Violated, "the templates have no AWS::RDS::DBClusters")]
    [InlineData("resource AWS::EC2::Subnet VpcId = vpc-1", CheckOutcome.NotChecked, "only AWS knows")]
    [InlineData("no resource AWS::EC2::NatGateway", CheckOutcome.Violated, "shop-prod-network/Nat1")]
    [InlineData("no resource AWS::EC2::Instance", CheckOutcome.Satisfied, "there is none")]
    [InlineData("cost low <= 300", CheckOutcome.Satisfied, "cost.low = 2")]
    [InlineData("cost high <= 300", CheckOutcome.Violated, "cost.high = 1")]
    public void Of_Check_SaysWhetherItHoldsAndWhatWasFound(string text, object outcome, string found)
    {
        var judgement = Shop.Value.Of(CheckReader.Read(text).Check!);

        Assert.Equal((CheckOutcome)outcome, judgement.Outcome);
        Assert.Contains(found, judgement.Found, StringComparison.Ordinal);
    }
}
