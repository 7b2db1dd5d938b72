using Landfall.Aws.Databases;

namespace Landfall.Aws.Tests.Databases;

public sealed class DatabaseClientTests
{
    [Theory]
    [InlineData("arn:aws:rds:eu-west-1:1:cluster:orders", "DescribeDBClusters", "DBClusterIdentifier", "<R><DBClusters><DBCluster><Status>backing-up</Status></DBCluster></DBClusters></R>")]
    [InlineData("arn:aws:rds:eu-west-1:1:db:orders", "DescribeDBInstances", "DBInstanceIdentifier", "<R><DBInstances><DBInstance><DBInstanceStatus>backing-up</DBInstanceStatus></DBInstance></DBInstances></R>")]
    public async Task FindStatusAsync_ClusterOrInstance_IsAskedForByItsId(string arn, string operation, string identifier, string answer)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));

        Assert.Equal("backing-up", await new DatabaseClient(StubSession.To(aws)).FindStatusAsync(arn, TestContext.Current.CancellationToken));
        Assert.Equal((operation, "orders"), (aws.Requests[0].Form["Action"], aws.Requests[0].Form[identifier]));
    }

    [Theory]
    [InlineData("cluster", "DBClusterNotFoundFault")]
    [InlineData("db", "DBInstanceNotFound")]
    public async Task FindStatusAsync_NoneOfThatId_GivesNull(string kind, string code)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(404, $"<R><Error><Code>{code}</Code></Error></R>"));

        Assert.Null(await new DatabaseClient(StubSession.To(aws)).FindStatusAsync($"arn:aws:rds:eu-west-1:1:{kind}:orders", TestContext.Current.CancellationToken));
    }
}
