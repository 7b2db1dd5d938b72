using Landfall.Aws.ElasticMapReduce;

namespace Landfall.Aws.Tests.ElasticMapReduce;

public sealed class ElasticMapReduceClientTests
{
    [Theory]
    [InlineData("""{"Cluster":{"Id":"j-1","Ec2InstanceAttributes":{"Ec2SubnetId":"subnet-1","EmrManagedMasterSecurityGroup":"sg-1"}}}""", "subnet-1", "sg-1")]
    [InlineData("""{"Cluster":{"Id":"j-1"}}""", null, null)]
    public async Task FindAsync_Cluster_TellsWhereItIs(string answer, string? subnet, string? group)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));

        Assert.Equal(new EmrCluster("j-1", subnet, group), await FindAsync(aws));

        var request = Assert.Single(aws.Requests);
        Assert.Equal("ElasticMapReduce.DescribeCluster", request.Headers["X-Amz-Target"]);
        Assert.Equal("""{"ClusterId":"j-1"}""", request.Body);
        Assert.Contains("/elasticmapreduce/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InvalidRequestException")]
    [InlineData("ValidationException")]
    public async Task FindAsync_NoSuchCluster_IsNull(string code)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, $$"""{"__type":"{{code}}","message":"Cluster id 'j-1' is not valid."}"""));

        Assert.Null(await FindAsync(aws));
    }

    [Fact]
    public async Task FindAsync_NotAllowed_Throws()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"AccessDeniedException","message":"No."}"""));

        Assert.Equal("AccessDeniedException", (await Assert.ThrowsAsync<AwsException>(() => FindAsync(aws))).Code);
    }

    private static async Task<EmrCluster?> FindAsync(HttpStub aws)
    {
        using var session = StubSession.To(aws);
        return await new ElasticMapReduceClient(session).FindAsync("j-1", TestContext.Current.CancellationToken);
    }
}
