using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Connecting;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Auditing;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Connecting;

public sealed class ConnectEmrOperationTests : IDisposable
{
    private const string Mark = "landfall connect emr: monitor of shop dev";
    private const string File = """
        app: shop
        region: eu-west-1
        environments: { dev: { account: "111111111111" } }
        services:
          monitor: { type: internal, image: nginx:1, port: 8080 }
        """;

    private readonly StubAws _aws = new StubAws().WithEmptyTrail();
    private readonly TemporaryFolder _folder = new();

    public ConnectEmrOperationTests()
    {
        _folder.Write("landfall.yaml", File);
        _aws.On("DescribeCluster", """{"Cluster":{"Id":"j-2AXXXXXXGAPLF","Ec2InstanceAttributes":{"Ec2SubnetId":"subnet-1","EmrManagedMasterSecurityGroup":"sg-emr"}}}""");
        Published("""{"Parameter":{"Name":"n","Type":"String","Value":"sg-monitor","Version":1}}""");
        Groups("");
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_AgreedTo_OpensBothPortsAtOnceAndIsWrittenDown()
    {
        var watcher = new Answering(true);

        var connection = await RunAsync(watcher);

        Assert.Equal((true, true, "sg-emr"), (connection.Open, connection.Changed, connection.SecurityGroup));
        var body = Uri.UnescapeDataString(Assert.Single(_aws.Bodies("AuthorizeSecurityGroupIngress")));
        Assert.Contains("GroupId=sg-emr", body, StringComparison.Ordinal);
        Assert.Contains("IpPermissions.1.FromPort=8088", body, StringComparison.Ordinal);
        Assert.Contains("IpPermissions.2.FromPort=20888", body, StringComparison.Ordinal);
        Assert.Contains("IpPermissions.1.Groups.1.GroupId=sg-monitor", body, StringComparison.Ordinal);
        Assert.Contains($"IpPermissions.1.Groups.1.Description={Mark}", body.Replace('+', ' '), StringComparison.Ordinal);
        Assert.Equal("Open EMR cluster j-2AXXXXXXGAPLF to monitor of shop dev? Its tasks reach ports 8088 and 20888 of the cluster's primary node (sg-emr).", Assert.Single(watcher.Asked).Text);
        Assert.Contains("\"operation\":\"connect emr\"", Entry(), StringComparison.Ordinal);
        Assert.Contains("does not admit it on 8088 and 20888", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NotAgreedTo_TouchesNothing()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(false)));

        Assert.Equal((ErrorCodes.NotAgreed, "j-2AXXXXXXGAPLF was left as it is."), (refused.Code, refused.Message));
        Assert.DoesNotContain("AuthorizeSecurityGroupIngress", _aws.Asked);
    }

    [Fact]
    public async Task Run_DryRun_SaysHowItIsAndAsksNobody()
    {
        var connection = await RunAsync(new Answering(null), dryRun: true);

        Assert.Equal((false, false, true), (connection.Open, connection.Changed, connection.DryRun));
        Assert.DoesNotContain("AuthorizeSecurityGroupIngress", _aws.Asked);
    }

    [Fact]
    public async Task Run_HalfOpen_OpensTheRest()
    {
        Groups(Rule(8088, Mark));

        Assert.True((await RunAsync(new Answering(true))).Changed);

        var body = Assert.Single(_aws.Bodies("AuthorizeSecurityGroupIngress"));
        Assert.Contains("IpPermissions.1.FromPort=20888", body, StringComparison.Ordinal);
        Assert.DoesNotContain("8088&", body.Replace("20888&", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OpenAlready_ChangesNothing()
    {
        Groups(Rule(8088, Mark) + Rule(20888, Mark));

        var connection = await RunAsync(new Answering(null));

        Assert.Equal((true, false), (connection.Open, connection.Changed));
        Assert.DoesNotContain("AuthorizeSecurityGroupIngress", _aws.Asked);
    }

    [Fact]
    public async Task Run_Revoke_TakesItsOwnRulesAway()
    {
        Groups(Rule(8088, Mark) + Rule(20888, Mark));

        var connection = await RunAsync(new Answering(true), revoke: true);

        Assert.Equal((false, true), (connection.Open, connection.Changed));
        Assert.Contains("IpPermissions.2.FromPort=20888", Assert.Single(_aws.Bodies("RevokeSecurityGroupIngress")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RevokeWhatIsClosed_ChangesNothing()
    {
        Assert.False((await RunAsync(new Answering(null), revoke: true)).Changed);

        Assert.DoesNotContain("RevokeSecurityGroupIngress", _aws.Asked);
    }

    [Fact]
    public async Task Run_RevokeARuleOfAnother_IsRefusedAndNothingIsClosed()
    {
        Groups(Rule(8088, Mark) + Rule(20888, "by hand"));

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), revoke: true));

        Assert.Equal(ErrorCodes.EmrRuleForeign, refused.Code);
        Assert.Contains("on port 20888 by a rule that 'landfall connect emr' did not make ('by hand')", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("RevokeSecurityGroupIngress", _aws.Asked);
    }

    [Fact]
    public async Task Run_ClusterInAnotherVpc_IsRefused()
    {
        Groups("", vpc: "vpc-2");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.EmrClusterOutOfReach, refused.Code);
        Assert.Contains("'monitor' is in VPC vpc-1 and EMR cluster 'j-2AXXXXXXGAPLF' in vpc-2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSuchCluster_SaysSo()
    {
        _aws.On("DescribeCluster", """{"__type":"InvalidRequestException","message":"Cluster id 'j-2' is not valid."}""", 400);

        Assert.Equal(ErrorCodes.EmrClusterMissing, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)))).Code);
    }

    [Fact]
    public async Task Run_NotDeployed_SaysSo()
    {
        Published("""{"__type":"ParameterNotFound","message":""}""", 400);

        Assert.Equal(ErrorCodes.NotDeployed, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)))).Code);
    }

    [Fact]
    public async Task Run_Denied_NamesTheActionAndIsInTheTrailAsFailed()
    {
        _aws.On("AuthorizeSecurityGroupIngress", "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>User: ada is not authorized to perform: ec2:AuthorizeSecurityGroupIngress</Message></Error></Errors><RequestID>1</RequestID></Response>", 403);

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new Answering(true)));

        Assert.Contains("not authorized to perform: ec2:AuthorizeSecurityGroupIngress", AwsFailure.Of(failed)!.Message, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"failed\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public void ServiceOf_NoSuchService_NamesThoseThereAre() =>
        Assert.Contains("It has monitor.", Assert.Throws<LandfallException>(() => ConnectEmrOperation.ServiceOf(Project.Plan, "monitr", "j-1")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("j-1", true)]
    [InlineData("j-2", false)]
    public void ServiceOf_FileConnectsTheClusterAlready_IsRefused(string cluster, bool refused)
    {
        var plan = Project.Plan;
        var connected = plan with
        {
            Network = plan.Network with { Import = new ImportedNetworkPlan { VpcId = "vpc-1", VpcCidr = "10.0.0.0/16", Subnets = [], EmrCluster = "j-1" } },
            Services = [plan.Services[0] with { Uses = [new UsePlan("emr", UseKind.EmrCluster, UseAccess.Read, "EMR")] }],
        };

        var said = Record.Exception(() => ConnectEmrOperation.ServiceOf(connected, "monitor", cluster)) as LandfallException;

        Assert.Equal(refused ? ErrorCodes.EmrConnectedByFile : null, said?.Code);
    }

    private Project Project => ProjectLoader.Load(_folder.Path, "dev");

    private string Entry() => Assert.Single(_aws.Bodies("/landfall-audit-111111111111-eu-west-1/shop/dev/0000000001.json"), body => body.Length > 0);

    private Task<EmrConnection> RunAsync(Answering watcher, bool revoke = false, bool dryRun = false)
    {
        var parameters = new ConnectEmrParameters("monitor", _folder.Path, "j-2AXXXXXXGAPLF", revoke, "dev", Local: false, dryRun);
        var service = ConnectEmrOperation.ServiceOf(Project.Plan, "monitor", parameters.Cluster);
        return new ConnectEmrOperation().RunAsync(
            Project, _aws.Target, service, parameters, Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), watcher, TimeProvider.System, TestContext.Current.CancellationToken));
    }

    /// <summary>What the environment publishes of the service; every other parameter is the head of the audit trail.</summary>
    private void Published(string answer, int status = 200) => _aws.On(
        "GetParameter",
        request => request.Body.Contains("services/monitor/security-group", StringComparison.Ordinal)
            ? new StubAnswer(status, answer)
            : new StubAnswer(200, """{"Parameter":{"Name":"/landfall/audit/shop/dev","Value":"{\"count\":0,\"hash\":\"00\"}","Version":1}}"""));

    private void Groups(string rules, string vpc = "vpc-1") => _aws.On("DescribeSecurityGroups", $"""
        <DescribeSecurityGroupsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId><securityGroupInfo>
          <item><groupId>sg-monitor</groupId><vpcId>vpc-1</vpcId></item>
          <item><groupId>sg-emr</groupId><vpcId>{vpc}</vpcId><ipPermissions>{rules}</ipPermissions></item>
        </securityGroupInfo></DescribeSecurityGroupsResponse>
        """);

    private static string Rule(int port, string description) =>
        $"<item><ipProtocol>tcp</ipProtocol><fromPort>{port}</fromPort><toPort>{port}</toPort><groups><item><groupId>sg-monitor</groupId><description>{description}</description></item></groups></item>";
}
