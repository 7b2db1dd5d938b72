using Landfall.Aws.Databases;

namespace Landfall.Aws.Tests.Databases;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("cluster", "CreateDBClusterSnapshot", "DBClusterIdentifier", "DBClusterSnapshotIdentifier")]
    [InlineData("db", "CreateDBSnapshot", "DBInstanceIdentifier", "DBSnapshotIdentifier")]
    public async Task CreateSnapshotAsync_ClusterOrInstance_IsNamedByItsId(string kind, string operation, string identifier, string snapshot)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "<R/>"));

        await new DatabaseClient(StubSession.To(aws)).CreateSnapshotAsync($"arn:aws:rds:eu-west-1:1:{kind}:orders", "before", TestContext.Current.CancellationToken);

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal((operation, "orders", "before"), (form["Action"], form[identifier], form[snapshot]));
    }

    [Theory]
    [InlineData("cluster", "<R><DBClusterSnapshots><DBClusterSnapshot><Status>creating</Status></DBClusterSnapshot></DBClusterSnapshots></R>")]
    [InlineData("db", "<R><DBSnapshots><DBSnapshot><Status>creating</Status></DBSnapshot></DBSnapshots></R>")]
    public async Task FindSnapshotStatusAsync_Snapshot_IsRdssWord(string kind, string answer)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, answer));

        Assert.Equal("creating", await new DatabaseClient(StubSession.To(aws)).FindSnapshotStatusAsync($"arn:aws:rds:eu-west-1:1:{kind}:orders", "before", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("cluster", "DBClusterSnapshotNotFoundFault")]
    [InlineData("db", "DBSnapshotNotFound")]
    public async Task FindSnapshotStatusAsync_None_IsNull(string kind, string code)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(404, $"<R><Error><Code>{code}</Code></Error></R>"));

        Assert.Null(await new DatabaseClient(StubSession.To(aws)).FindSnapshotStatusAsync($"arn:aws:rds:eu-west-1:1:{kind}:orders", "before", TestContext.Current.CancellationToken));
    }
}
