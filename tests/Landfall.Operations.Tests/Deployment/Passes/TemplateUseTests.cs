using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class TemplateUseTests
{
    [Theory]
    [InlineData("AWS::DynamoDB::Table", "TableName", "shop-dev-x", "arn:aws:dynamodb:eu-west-1:1:table/shop-dev-x")]
    [InlineData("AWS::ECR::Repository", "RepositoryName", "shop-dev-x", "arn:aws:ecr:eu-west-1:1:repository/shop-dev-x")]
    [InlineData("AWS::Logs::LogGroup", "LogGroupName", "/shop/dev/x", "arn:aws:logs:eu-west-1:1:log-group:/shop/dev/x:*")]
    [InlineData("AWS::S3::Bucket", "BucketName", "shop-dev-x", "arn:aws:s3:::shop-dev-x/*")]
    [InlineData("AWS::SQS::Queue", "QueueName", "shop-dev-x", "arn:aws:sqs:eu-west-1:1:shop-dev-x")]
    [InlineData("AWS::ServiceDiscovery::Service", "Name", "x", "http://x.dev.shop.local:8080")]
    public void Uses_NameThatIsWrittenOut_IsFoundWhereAnAddressOfItStands(string type, string property, string name, string address)
    {
        var owner = new TemplateUse(Template($$"""Thing: { "Type": "{{type}}", "Properties": { "{{property}}": "{{name}}" } }"""));

        Assert.True(Reader(address).Uses(owner));
        Assert.False(Reader(name).Uses(owner), "a bare name may be a part of another one");
        Assert.False(Reader(address.Replace(name, "other", StringComparison.Ordinal)).Uses(owner));
        Assert.False(owner.Uses(Reader(address)));
    }

    [Theory]
    [InlineData("shop-dev-jobs", true)]
    [InlineData("shop-dev-jobs/x", true)]
    [InlineData("shop-dev-jobs-dead", false)]
    [InlineData("shop-dev-jobs_dead", false)]
    [InlineData("shop-dev-jobs2", false)]
    [InlineData("shop-dev-jobs.fifo", false)]
    [InlineData("shop-dev-jobs-dead arn:aws:sqs:eu-west-1:1:shop-dev-jobs", true)]
    public void Uses_NameThatAnotherBeginsWith_IsFoundOnlyWhereItEnds(string text, bool expected) =>
        Assert.Equal(expected, Reader($"arn:aws:sqs:eu-west-1:1:{text}").Uses(new TemplateUse(Template(Queue("Jobs", "shop-dev-jobs")))));

    /// <summary>A host that somebody calls like a service is not the service: the user pool's callbacks name such hosts.</summary>
    [Theory]
    [InlineData("http://api", true)]
    [InlineData("tcp://api:5432", true)]
    [InlineData("http://api.dev.shop.local/x", true)]
    [InlineData("http://api.dev.shop.local", true)]
    [InlineData("https://api.example.com/oauth2/idpresponse", false)]
    [InlineData("https://api.local.example.com", false)]
    [InlineData("http://api-2.dev.shop.local", false)]
    public void Uses_Address_IsTheServicesInPrivateDnsAlone(string address, bool expected) =>
        Assert.Equal(expected, Reader(address).Uses(new TemplateUse(Template("""Dns: { "Type": "AWS::ServiceDiscovery::Service", "Properties": { "Name": "api" } }"""))));

    [Fact]
    public void Uses_NameThatEndsWithTheAccount_IsFoundByItsBeginning()
    {
        var owner = new TemplateUse(Template("""Files: { "Type": "AWS::S3::Bucket", "Properties": { "BucketName": { "Fn::Join": ["", ["shop-dev-files-", { "Ref": "AWS::AccountId" }]] } } }"""));

        Assert.True(Reader("arn:aws:s3:::shop-dev-files-111111111111").Uses(owner));
        Assert.False(Reader("arn:aws:s3:::shop-dev-filesystem").Uses(owner));
    }

    [Fact]
    public void Uses_PublishedValue_IsFoundByTheParameterThatReadsIt()
    {
        var owner = new TemplateUse(Template(Publish("/shop/dev/cluster", "\"c\"")));

        Assert.True(new TemplateUse(Template("Cluster < /shop/dev/cluster")).Uses(owner));
        Assert.False(new TemplateUse(Template("Cluster < /shop/dev/vpc")).Uses(owner));
    }

    [Fact]
    public void RunsTasks_TaskDefinition_TellsServicesFromWhatTheyStandOn()
    {
        Assert.True(Reader("x").RunsTasks);
        Assert.False(new TemplateUse(Template(Queue("Jobs", "shop-dev-jobs"))).RunsTasks);
    }

    private static TemplateUse Reader(string text) => new(Template(Task(text)));
}
