using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Tests.Specs.Reading;

public sealed class CheckReaderTests
{
    [Fact]
    public void Read_EachForm_GivesTheCheck()
    {
        Assert.Equal(new PlanCheck("service", "api", "scale.min", new Comparison(">=", "2")), CheckReader.Read("service api scale.min >= 2").Check);
        Assert.Equal(new PlanCheck("plan", "", "protect", new Comparison("=", "true")), CheckReader.Read(" plan  protect = true ").Check);
        Assert.Equal(new PlanCheck("database", "orders", "title", new Comparison("=", "two words")), CheckReader.Read("database orders title = \"two words\"").Check);
        Assert.Equal(new ResourceCheck("AWS::RDS::DBCluster", "StorageEncrypted", new Comparison("=", "true")), CheckReader.Read("resource AWS::RDS::DBCluster StorageEncrypted = true").Check);
        Assert.Equal(new ResourceCheck("AWS::S3::Bucket", "WebsiteConfiguration", new Comparison("absent", "")), CheckReader.Read("resource AWS::S3::Bucket WebsiteConfiguration absent").Check);
        Assert.Equal(new AbsenceCheck("AWS::EC2::NatGateway"), CheckReader.Read("no resource AWS::EC2::NatGateway").Check);
        Assert.Equal(new CostCheck("expected", new Comparison("<=", "500")), CheckReader.Read("cost expected <= 500").Check);
        Assert.Equal(new HttpCheck("api", "GET", "/health", "200"), CheckReader.Read("http api GET /health 200").Check);
    }

    [Theory]
    [InlineData("", "is no check")]
    [InlineData("service api", "is no check")]
    [InlineData("wizard api scale.min = 1", "is no check")]
    [InlineData("service api scale.min == 1", "one of = != <")]
    [InlineData("service api scale.min =", "one of = != <")]
    [InlineData("service api scale.min exists 1", "one of = != <")]
    [InlineData("service api scale..min = 1", "is no property")]
    [InlineData("service api name = \"open", "not closed")]
    [InlineData("resource DBCluster StorageEncrypted = true", "is no type")]
    [InlineData("no resource ::a", "is no type")]
    [InlineData("cost median = 1", "is no amount")]
    [InlineData("http api DELETE /orders 200", "change nothing")]
    [InlineData("http api GET health 200", "is no path")]
    [InlineData("http api GET /{{base}} 200", "is no path")]
    [InlineData("http api GET \"/a b\" 200", "is no path")]
    [InlineData("http api GET /health 2xx", "is no status")]
    public void Read_OtherLine_SaysWhatIsWrong(string text, string fault)
    {
        var (check, found) = CheckReader.Read(text);

        Assert.Null(check);
        Assert.Contains(fault, found, StringComparison.Ordinal);
    }
}
