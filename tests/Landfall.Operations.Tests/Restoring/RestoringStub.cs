using System.Text.RegularExpressions;
using Landfall.Operations.Tests.Auditing;

namespace Landfall.Operations.Tests.Restoring;

/// <summary>An AWS with a database 'orders' and a snapshot of it. What is restored of it takes the steps that RDS takes.</summary>
internal sealed partial class RestoringStub : IDisposable
{
    private const string Original = "arn:aws:rds:eu-west-1:111111111111:cluster:data-orders";

    public RestoringStub()
    {
        Aws = new StubAws().WithEmptyTrail();
        Aws.On("GetParameter", request => new StubAnswer(200, request.Body.Contains("databases/orders/arn", StringComparison.Ordinal)
            ? """{"Parameter":{"Name":"n","Type":"String","Value":"ARN","Version":1}}""".Replace("ARN", Original, StringComparison.Ordinal)
            : """{"Parameter":{"Name":"/landfall/audit/shop/dev","Value":"{\"count\":0,\"hash\":\"00\"}","Version":1}}"""));
        Aws.On("DescribeDBClusters", request => Describe(request.Form.GetValueOrDefault("DBClusterIdentifier")));
        Aws.On("DescribeDBClusterSnapshots", request => request.Form.GetValueOrDefault("DBClusterSnapshotIdentifier") is { } wanted && wanted != "before"
            ? new StubAnswer(404, "<R><Error><Code>DBClusterSnapshotNotFoundFault</Code></Error></R>")
            : new StubAnswer(200, $"<R><DBClusterSnapshots><DBClusterSnapshot><DBClusterSnapshotIdentifier>before</DBClusterSnapshotIdentifier><DBClusterIdentifier>data-orders</DBClusterIdentifier><Status>{SnapshotStatus}</Status><SnapshotType>manual</SnapshotType><Engine>aurora-postgresql</Engine><EngineVersion>{SnapshotVersion}</EngineVersion><SnapshotCreateTime>2026-03-01T03:00:00Z</SnapshotCreateTime></DBClusterSnapshot></DBClusterSnapshots></R>"));
        Aws.On("RestoreDBClusterFromSnapshot", Restore).On("RestoreDBClusterToPointInTime", Restore);
        Aws.On("CreateDBInstance", _ => Step(() => HasInstance = true)).On("ModifyDBCluster", _ => Step(() => HasPassword = true));
        Aws.On("DescribeDBInstances", _ => new StubAnswer(200, $"<R><DBInstances><DBInstance><DBInstanceArn>arn:aws:rds:eu-west-1:111111111111:db:i</DBInstanceArn><DBInstanceStatus>{InstanceStatus}</DBInstanceStatus></DBInstance></DBInstances></R>"));
    }

    public StubAws Aws { get; }

    /// <summary>The copy, once it is restored; and whether it has what a restore does not give it.</summary>
    public string? Copy { get; set; }

    public string CopyTags { get; set; } = "";

    public bool HasInstance { get; set; }

    public bool HasPassword { get; set; }

    public string CopyStatus { get; set; } = "available";

    public string InstanceStatus { get; set; } = "available";

    public string SnapshotStatus { get; set; } = "available";

    public string SnapshotVersion { get; set; } = "16.4";

    public string Window { get; set; } = "<EarliestRestorableTime>2026-02-22T12:00:00Z</EarliestRestorableTime><LatestRestorableTime>2026-03-01T12:00:00Z</LatestRestorableTime>";

    /// <summary>Marks a cluster as a copy of 'orders'.</summary>
    public static string Tags(string of = "orders", string environment = "dev") =>
        $"<Tag><Key>landfall:app</Key><Value>shop</Value></Tag><Tag><Key>landfall:environment</Key><Value>{environment}</Value></Tag><Tag><Key>landfall:restored-of</Key><Value>{of}</Value></Tag><Tag><Key>landfall:restored-from</Key><Value>before</Value></Tag>";

    public void Dispose() => Aws.Dispose();

    private StubAnswer Restore(StubRequest request) => Step(() =>
    {
        Copy = request.Form["DBClusterIdentifier"];
        CopyTags = string.Concat(request.Form.Where(part => TagKey().IsMatch(part.Key))
            .Select(key => $"<Tag><Key>{key.Value}</Key><Value>{request.Form[key.Key.Replace(".Key", ".Value", StringComparison.Ordinal)]}</Value></Tag>"));
    });

    private static StubAnswer Step(Action change)
    {
        change();
        return new StubAnswer(200, "<R/>");
    }

    private StubAnswer Describe(string? id)
    {
        var original = $"<DBCluster><DBClusterArn>{Original}</DBClusterArn><Status>available</Status><Engine>aurora-postgresql</Engine><EngineVersion>16.9</EngineVersion><DBSubnetGroup>subnets</DBSubnetGroup><DBClusterParameterGroup>tls</DBClusterParameterGroup><ServerlessV2ScalingConfiguration><MinCapacity>0.5</MinCapacity><MaxCapacity>4</MaxCapacity></ServerlessV2ScalingConfiguration>{Window}</DBCluster>";
        var copy = Copy is null ? "" : $"<DBCluster><DBClusterArn>{Original.Replace("data-orders", Copy, StringComparison.Ordinal)}</DBClusterArn><Status>{CopyStatus}</Status><Engine>aurora-postgresql</Engine><EngineVersion>16.9</EngineVersion><Endpoint>{Copy}.cluster</Endpoint><Port>5432</Port>{(HasPassword ? "<MasterUserSecret><SecretArn>secret</SecretArn></MasterUserSecret>" : "")}{(HasInstance ? "<DBClusterMembers><DBClusterMember><DBInstanceIdentifier>i</DBInstanceIdentifier></DBClusterMember></DBClusterMembers>" : "")}<TagList>{CopyTags}</TagList></DBCluster>";
        var found = id switch
        {
            null => original + copy,
            "data-orders" => original,
            _ => id == Copy ? copy : "",
        };
        return found.Length == 0
            ? new StubAnswer(404, "<R><Error><Code>DBClusterNotFoundFault</Code></Error></R>")
            : new StubAnswer(200, $"<R><DBClusters>{found}</DBClusters></R>");
    }

    [GeneratedRegex(@"^Tags\.Tag\.\d+\.Key$")]
    private static partial Regex TagKey();
}
