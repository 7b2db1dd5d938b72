using Landfall.Aws.Databases;

namespace Landfall.Aws.Tests.Databases;

public sealed class DatabaseReaderTests
{
    private const string ClusterArn = "arn:aws:rds:eu-west-1:1:cluster:orders";
    private const string InstanceArn = "arn:aws:rds:eu-west-1:1:db:orders";

    [Fact]
    public async Task FindAsync_Cluster_ReadsWhatACopyNeeds()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, $"""
            <DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters><DBCluster>
              <DBClusterArn>{ClusterArn}</DBClusterArn><Status>available</Status><Engine>aurora-mysql</Engine><EngineVersion>8.0.x</EngineVersion>
              <DBSubnetGroup>subnets</DBSubnetGroup><DBClusterParameterGroup>tls</DBClusterParameterGroup>
              <VpcSecurityGroups><VpcSecurityGroupMembership><VpcSecurityGroupId>sg-1</VpcSecurityGroupId></VpcSecurityGroupMembership></VpcSecurityGroups>
              <Endpoint>orders.cluster</Endpoint><Port>3306</Port><MasterUserSecret><SecretArn>secret</SecretArn></MasterUserSecret>
              <EarliestRestorableTime>2026-02-22T12:00:00Z</EarliestRestorableTime><LatestRestorableTime>2026-03-01T12:00:00Z</LatestRestorableTime>
              <ServerlessV2ScalingConfiguration><MinCapacity>0.0</MinCapacity><MaxCapacity>4.0</MaxCapacity><SecondsUntilAutoPause>600</SecondsUntilAutoPause></ServerlessV2ScalingConfiguration>
              <DBClusterMembers><DBClusterMember><DBInstanceIdentifier>orders-1</DBInstanceIdentifier></DBClusterMember></DBClusterMembers>
              <TagList><Tag><Key>a</Key><Value>b</Value></Tag></TagList>
            </DBCluster></DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>
            """));

        var found = (await new DatabaseReader(StubSession.To(aws)).FindAsync(ClusterArn, TestContext.Current.CancellationToken))!;

        Assert.Equal(("orders", true, "subnets", "tls", "orders.cluster", 3306, "secret"), (found.Id, found.IsCluster, found.SubnetGroup, found.ParameterGroup, found.Host, found.Port, found.SecretArn));
        Assert.Equal(("0.0", "4.0", "600"), (found.MinCapacity, found.MaxCapacity, found.PauseSeconds));
        Assert.Equal((22, 1), (found.Earliest!.Value.Day, found.Latest!.Value.Day));
        Assert.Equal(["sg-1"], found.SecurityGroups);
        Assert.Equal(["orders-1"], found.Members);
        Assert.Equal("b", found.Tags["a"]);
    }

    [Theory]
    [InlineData("2026-02-28T12:00:00Z", "7", "2026-02-28T12:00:00Z")]
    [InlineData("2020-01-01T12:00:00Z", "7", "2026-02-22T12:00:00Z")]
    [InlineData("2020-01-01T12:00:00Z", "0", null)]
    public async Task FindAsync_Instance_IsRestorableAsLongAsBackupsAreKept(string created, string days, string? earliest)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, $"""
            <R><DBInstances><DBInstance><DBInstanceArn>{InstanceArn}</DBInstanceArn><DBInstanceStatus>available</DBInstanceStatus><DBInstanceClass>db.t4g.micro</DBInstanceClass>
              <DBSubnetGroup><DBSubnetGroupName>subnets</DBSubnetGroupName></DBSubnetGroup><Endpoint><Address>host</Address><Port>5432</Port></Endpoint>
              <InstanceCreateTime>{created}</InstanceCreateTime><BackupRetentionPeriod>{days}</BackupRetentionPeriod><LatestRestorableTime>2026-03-01T12:00:00Z</LatestRestorableTime>
            </DBInstance></DBInstances></R>
            """));

        var found = (await new DatabaseReader(StubSession.To(aws)).FindAsync(InstanceArn, TestContext.Current.CancellationToken))!;

        Assert.Equal(earliest, found.Earliest?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        Assert.Equal(("subnets", "host", 5432, "db.t4g.micro"), (found.SubnetGroup, found.Host, found.Port, found.InstanceClass));
    }

    [Fact]
    public async Task ListSnapshotsAsync_TwoPages_ListsBoth()
    {
        const string Page = "<R><DBSnapshots><DBSnapshot><DBSnapshotIdentifier>{0}</DBSnapshotIdentifier><DBInstanceIdentifier>orders</DBInstanceIdentifier><AllocatedStorage>20</AllocatedStorage></DBSnapshot></DBSnapshots>{1}</R>";
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, Page.Replace("{0}", "one", StringComparison.Ordinal).Replace("{1}", "<Marker>next</Marker>", StringComparison.Ordinal)),
            new StubAnswer(200, Page.Replace("{0}", "two", StringComparison.Ordinal).Replace("{1}", "", StringComparison.Ordinal)));

        var snapshots = await new DatabaseReader(StubSession.To(aws)).ListSnapshotsAsync(InstanceArn, TestContext.Current.CancellationToken);

        Assert.Equal([("one", 20), ("two", 20)], snapshots.Select(snapshot => (snapshot.Id, snapshot.StorageGiB)));
        Assert.Equal(("orders", "next"), (aws.Requests[0].Form["DBInstanceIdentifier"], aws.Requests[1].Form["Marker"]));
    }

    [Theory]
    [InlineData(ClusterArn, "DBClusterSnapshotIdentifier", "DBClusterSnapshotNotFoundFault")]
    [InlineData(InstanceArn, "DBSnapshotIdentifier", "DBSnapshotNotFound")]
    public async Task FindSnapshotAsync_None_IsNull(string arn, string identifier, string code)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(404, $"<R><Error><Code>{code}</Code></Error></R>"));

        Assert.Null(await new DatabaseReader(StubSession.To(aws)).FindSnapshotAsync(arn, "before", TestContext.Current.CancellationToken));
        Assert.Equal("before", aws.Requests[0].Form[identifier]);
    }
}
