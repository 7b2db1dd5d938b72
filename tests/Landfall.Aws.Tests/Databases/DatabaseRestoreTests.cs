using Landfall.Aws.Databases;

namespace Landfall.Aws.Tests.Databases;

public sealed class DatabaseRestoreTests
{
    private static readonly DatabaseFacts Cluster = new("arn:aws:rds:eu-west-1:1:cluster:orders", "available", "aurora-postgresql", "16.9")
    {
        SubnetGroup = "subnets",
        ParameterGroup = "tls",
        SecurityGroups = ["sg-1", "sg-2"],
        MinCapacity = "0.5",
        MaxCapacity = "4",
    };

    private static readonly DatabaseFacts Instance = new("arn:aws:rds:eu-west-1:1:db:orders", "available", "postgres", "16.10")
    {
        SubnetGroup = "subnets",
        ParameterGroup = "tls",
        SecurityGroups = ["sg-1"],
        InstanceClass = "db.t4g.micro",
    };

    [Fact]
    public async Task BeginAsync_SnapshotOfACluster_NamesAllThatRdsWouldTakeItsDefaultFor()
    {
        var form = await BeginAsync(new DatabaseRestore(Cluster, "copy", new Dictionary<string, string> { ["team"] = "shop" })
        {
            Snapshot = new DatabaseSnapshot("before", "orders", "manual", "available", "aurora-postgresql", "16.4", 1, null),
        });

        var (action, others) = Split(form);
        Assert.Equal("RestoreDBClusterFromSnapshot", action);
        Assert.Equal(
            "CopyTagsToSnapshot=true DBClusterIdentifier=copy DBClusterParameterGroupName=tls DBSubnetGroupName=subnets DeletionProtection=true EnableIAMDatabaseAuthentication=true Engine=aurora-postgresql EngineVersion=16.4 ServerlessV2ScalingConfiguration.MaxCapacity=4 ServerlessV2ScalingConfiguration.MinCapacity=0.5 SnapshotIdentifier=before Tags.Tag.1.Key=team Tags.Tag.1.Value=shop VpcSecurityGroupIds.VpcSecurityGroupId.1=sg-1 VpcSecurityGroupIds.VpcSecurityGroupId.2=sg-2",
            others);
    }

    [Fact]
    public async Task BeginAsync_MomentOfACluster_IsInUniversalTime()
    {
        var form = await BeginAsync(new DatabaseRestore(Cluster, "copy", new Dictionary<string, string>()) { At = new DateTimeOffset(2026, 3, 1, 13, 0, 5, TimeSpan.FromHours(1)) });

        Assert.Equal(("RestoreDBClusterToPointInTime", "orders", "2026-03-01T12:00:05Z"), (form["Action"], form["SourceDBClusterIdentifier"], form["RestoreToTime"]));
        Assert.DoesNotContain("UseLatestRestorableTime", form.Keys);
    }

    [Fact]
    public async Task BeginAsync_SnapshotOfAnInstance_IsInOneZoneAndNotPublic()
    {
        var form = await BeginAsync(new DatabaseRestore(Instance, "copy", new Dictionary<string, string>())
        {
            Snapshot = new DatabaseSnapshot("before", "orders", "manual", "available", "postgres", "15.4", 20, null),
            TakesParameterGroup = false,
        });

        var (action, others) = Split(form);
        Assert.Equal("RestoreDBInstanceFromDBSnapshot", action);
        Assert.Equal(
            "CopyTagsToSnapshot=true DBInstanceClass=db.t4g.micro DBInstanceIdentifier=copy DBSnapshotIdentifier=before DBSubnetGroupName=subnets DeletionProtection=true EnableIAMDatabaseAuthentication=true MultiAZ=false PubliclyAccessible=false VpcSecurityGroupIds.VpcSecurityGroupId.1=sg-1",
            others);
    }

    [Fact]
    public async Task BeginAsync_LastMomentOfAnInstance_AsksForTheLast()
    {
        var form = await BeginAsync(new DatabaseRestore(Instance, "copy", new Dictionary<string, string>()));

        Assert.Equal(
            ("RestoreDBInstanceToPointInTime", "orders", "copy", "true", "tls"),
            (form["Action"], form["SourceDBInstanceIdentifier"], form["TargetDBInstanceIdentifier"], form["UseLatestRestorableTime"], form["DBParameterGroupName"]));
    }

    [Fact]
    public async Task DeleteAsync_Cluster_DeletesItsInstancesFirstAndTakesNoSnapshot()
    {
        using var aws = HttpStub.Answering(_ => new StubAnswer(200, "<R/>"));

        await new DatabaseRestoreClient(StubSession.To(aws)).DeleteAsync(Cluster with { Members = ["orders-1"] }, TestContext.Current.CancellationToken);

        Assert.Equal(["DeleteDBInstance", "DeleteDBCluster"], aws.Requests.Select(request => request.Form["Action"]));
        Assert.Equal(("orders-1", "orders"), (aws.Requests[0].Form["DBInstanceIdentifier"], aws.Requests[1].Form["DBClusterIdentifier"]));
        Assert.All(aws.Requests, request => Assert.Equal("true", request.Form["SkipFinalSnapshot"]));
    }

    private static async Task<IReadOnlyDictionary<string, string>> BeginAsync(DatabaseRestore restore)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "<R/>"));
        await new DatabaseRestoreClient(StubSession.To(aws)).BeginAsync(restore, TestContext.Current.CancellationToken);
        return aws.Requests[0].Form.ToDictionary(part => part.Key, part => part.Value);
    }

    private static (string Action, string Others) Split(IReadOnlyDictionary<string, string> form) => (
        form["Action"],
        string.Join(' ', form.Where(part => part.Key is not ("Action" or "Version")).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key}={part.Value}")));
}
