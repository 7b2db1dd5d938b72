using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Drifting;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Drifting;

public sealed class DriftOperationTests : IDisposable
{
    private const string Queue = "https://sqs.eu-west-1.amazonaws.com/111111111111/emails";
    private const string NoEvents = """{"Events":[]}""";

    private readonly StubAws _aws = new StubAws()
        .On("DetectStackDrift", "<R><StackDriftDetectionId>d-1</StackDriftDetectionId></R>")
        .On("DescribeStackDriftDetectionStatus", Status("DETECTION_COMPLETE"));

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ReadAsync_PropertyThatWasChanged_IsToldWithWhoChangedIt()
    {
        Resources(("Emails", "AWS::SQS::Queue", Queue), ("Role", "AWS::IAM::ManagedPolicy", "p"));
        Drifts(Modified("Emails", "AWS::SQS::Queue", Queue, ("/VisibilityTimeout", "NOT_EQUAL", "30", "5"), ("/RedrivePolicy", "REMOVE", "{}", "null"), ("/Tags/2", "ADD", "null", "x")));
        _aws.On("LookupEvents", request => new StubAnswer(200, request.Body.Contains(Queue, StringComparison.Ordinal) ? NoEvents : $$"""
            {"Events":[
              {"EventTime":1772366400,"EventName":"SetQueueAttributes","Username":"deployer","ReadOnly":"false","CloudTrailEvent":"{\"sourceIPAddress\":\"cloudformation.amazonaws.com\"}"},
              {"EventTime":1772366300,"EventName":"GetQueueAttributes","Username":"eve","ReadOnly":"true"},
              {"EventTime":1772366100,"EventName":"TagQueue","Username":"bob","ReadOnly":"false"},
              {"EventTime":1772366200,"EventName":"SetQueueAttributes","Username":"ada","ReadOnly":"false","CloudTrailEvent":"{\"sourceIPAddress\":\"192.0.2.1\"}"}]}
            """));

        var drift = await ReadAsync();

        var queue = Assert.Single(drift.Resources);
        Assert.Equal(("shop-dev-data", "Emails", Queue, false), (queue.Stack, queue.Resource, queue.Id, queue.Deleted));
        Assert.Equal(
            [
                new DriftedProperty("VisibilityTimeout", "30", "5", "VisibilityTimeout was deployed as 30, and is 5."),
                new DriftedProperty("RedrivePolicy", "{}", null, "RedrivePolicy was deployed as {}, and is not set any more."),
                new DriftedProperty("Tags.2", null, "x", "Tags.2 has x, which was not deployed."),
            ],
            queue.Properties);
        Assert.Equal(new LastChange("ada", "SetQueueAttributes", DateTimeOffset.FromUnixTimeSeconds(1772366200)), queue.LastChange);
        Assert.Null(queue.NotKnown);
        Assert.Contains("\"AttributeValue\":\"emails\"", _aws.Bodies("LookupEvents")[1], StringComparison.Ordinal);
        Assert.Equal((1, "AWS::IAM::ManagedPolicy", 1), (drift.Checked, Assert.Single(drift.Unchecked).Key, drift.Unchecked.Values.Single()));
        Assert.Empty(drift.Unread);
    }

    [Fact]
    public async Task ReadAsync_ResourceThatIsGone_IsDeletedAndByNobodyKnown()
    {
        Resources(("Emails", "AWS::SQS::Queue", Queue), ("Same", "AWS::SQS::Queue", "u"));
        Drifts(Drift("Emails", "AWS::SQS::Queue", Queue, "DELETED"), Drift("Same", "AWS::SQS::Queue", "u", "IN_SYNC"));
        _aws.On("LookupEvents", NoEvents);

        var gone = Assert.Single((await ReadAsync()).Resources);

        Assert.True(gone.Deleted);
        Assert.Null(gone.LastChange);
        Assert.StartsWith("CloudTrail names no call", gone.NotKnown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_CloudTrailRefuses_NamesTheActionAndShowsTheRest()
    {
        Resources(("A", "AWS::SQS::Queue", "a"), ("B", "AWS::SQS::Queue", "b"));
        Drifts(Drift("A", "AWS::SQS::Queue", "a", "DELETED"), Drift("B", "AWS::SQS::Queue", "b", "DELETED"));
        _aws.Deny("LookupEvents", "cloudtrail:LookupEvents");

        var drift = await ReadAsync();

        Assert.Equal(["A", "B"], drift.Resources.Select(resource => resource.Resource));
        Assert.All(drift.Resources, resource => Assert.Contains("not authorized to perform: cloudtrail:LookupEvents", resource.NotKnown, StringComparison.Ordinal));
        Assert.Single(_aws.Bodies("LookupEvents"));
    }

    [Fact]
    public async Task ReadAsync_DetectionRefused_NamesTheAction()
    {
        _aws.Deny("DetectStackDrift", "cloudformation:DetectStackDrift");

        var unread = Assert.Single((await ReadAsync()).Unread);

        Assert.Equal("stack shop-dev-data", unread.What);
        Assert.Contains("not authorized to perform: cloudformation:DetectStackDrift", unread.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_DetectionThatFailsLate_IsWaitedForAndItsResultsAreShown()
    {
        var answers = new Queue<string>([Status("DETECTION_IN_PROGRESS"), Status("DETECTION_FAILED", "Could not read role x")]);
        _aws.On("DescribeStackDriftDetectionStatus", _ => new StubAnswer(200, answers.Dequeue())).On("LookupEvents", NoEvents);
        Resources(("A", "AWS::SQS::Queue", "a"));
        Drifts(Drift("A", "AWS::SQS::Queue", "a", "DELETED"));

        var drift = await ReadAsync();

        Assert.Equal(("parts of stack shop-dev-data", "Could not read role x"), (Assert.Single(drift.Unread).What, drift.Unread[0].Reason));
        Assert.Single(drift.Resources);
    }

    [Fact]
    public async Task ReadAsync_DetectionThatNeverEnds_SaysSo()
    {
        _aws.On("DescribeStackDriftDetectionStatus", Status("DETECTION_IN_PROGRESS"));

        var e = await Assert.ThrowsAsync<LandfallException>(() => ReadAsync(time: new LeapingTime()));

        Assert.Equal(ErrorCodes.DriftUnfinished, e.Code);
        Assert.Contains("'shop-dev-data' for 20 minutes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Stopped_Ends()
    {
        using var stop = new CancellationTokenSource();
        _aws.On("DescribeStackDriftDetectionStatus", _ =>
        {
            stop.Cancel();
            return new StubAnswer(200, Status("DETECTION_IN_PROGRESS"));
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(stop: stop.Token));
    }

    [Fact]
    public async Task ReadAsync_StackThatIsNotWhole_IsNotAskedFor()
    {
        var unread = Assert.Single((await ReadAsync(status: "UPDATE_IN_PROGRESS")).Unread);

        Assert.Equal("It is in UPDATE_IN_PROGRESS, in which CloudFormation compares no stack.", unread.Reason);
        Assert.DoesNotContain("DetectStackDrift", _aws.Asked);
    }

    [Fact]
    public async Task ReadAsync_OnlyWhatScalingChanged_IsNoDrift()
    {
        Resources(("Service", "AWS::ECS::Service", "arn:aws:ecs:eu-west-1:1:service/shop-dev/api"));
        Drifts(Modified("Service", "AWS::ECS::Service", "arn:aws:ecs:eu-west-1:1:service/shop-dev/api", ("/DesiredCount", "NOT_EQUAL", "1", "3")));
        _aws.On("LookupEvents", NoEvents);

        Assert.Single((await ReadAsync()).Resources);
        Assert.Empty((await ReadAsync("""{"Resources":{"T":{"Type":"AWS::ApplicationAutoScaling::ScalableTarget","Properties":{"ResourceId":"service/shop-dev/api"}}}}""")).Resources);
    }

    [Fact]
    public async Task ReadAsync_RuleThatWasAddedToAGroup_IsTold()
    {
        Resources(("Group", "AWS::EC2::SecurityGroup", "sg-1"), ("FromLoadBalancer", "AWS::EC2::SecurityGroupIngress", "sgr-1"));
        Drifts(Drift("FromLoadBalancer", "AWS::EC2::SecurityGroupIngress", "sgr-1", "IN_SYNC", """{"GroupId":"sg-1","IpProtocol":"tcp","FromPort":8080,"ToPort":8080,"SourceSecurityGroupId":"sg-2"}"""));
        _aws.On("DescribeSecurityGroups", """
            <DescribeSecurityGroupsResponse><securityGroupInfo><item><groupId>sg-1</groupId><ipPermissions>
              <item><ipProtocol>tcp</ipProtocol><fromPort>8080</fromPort><toPort>8080</toPort><groups><item><groupId>sg-2</groupId></item></groups></item>
              <item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item>
            </ipPermissions></item></securityGroupInfo></DescribeSecurityGroupsResponse>
            """).On("LookupEvents", NoEvents);

        var group = Assert.Single((await ReadAsync()).Resources);

        Assert.Equal(("Group", "sg-1"), (group.Resource, group.Id));
        Assert.Equal("Ingress has port 22 (tcp) from 0.0.0.0/0, which was not deployed.", Assert.Single(group.Properties).Words);
    }

    [Fact]
    public async Task ReadAsync_RuleThatCloudFormationDoesNotTell_AccusesNobody()
    {
        Resources(("Group", "AWS::EC2::SecurityGroup", "sg-1"), ("Rule", "AWS::EC2::SecurityGroupIngress", "sgr-1"));
        Drifts();

        var drift = await ReadAsync();

        Assert.Empty(drift.Resources);
        Assert.Equal("rules added to security groups", Assert.Single(drift.Unread).What);
        Assert.DoesNotContain("DescribeSecurityGroups", _aws.Asked);
    }

    private static string Status(string status, string? reason = null) =>
        $"<R><DetectionStatus>{status}</DetectionStatus>{(reason is null ? "" : $"<DetectionStatusReason>{reason}</DetectionStatusReason>")}</R>";

    private static string Drift(string id, string type, string physical, string status, string expected = "{}", string differences = "") =>
        $"<member><LogicalResourceId>{id}</LogicalResourceId><PhysicalResourceId>{physical}</PhysicalResourceId><ResourceType>{type}</ResourceType><StackResourceDriftStatus>{status}</StackResourceDriftStatus><ExpectedProperties>{expected}</ExpectedProperties><PropertyDifferences>{differences}</PropertyDifferences></member>";

    private static string Modified(string id, string type, string physical, params (string Path, string Kind, string Expected, string Actual)[] differences) => Drift(
        id, type, physical, "MODIFIED", differences: string.Concat(differences.Select(d => $"<member><PropertyPath>{d.Path}</PropertyPath><DifferenceType>{d.Kind}</DifferenceType><ExpectedValue>{d.Expected}</ExpectedValue><ActualValue>{d.Actual}</ActualValue></member>")));

    private void Drifts(params string[] drifts) => _aws.On("DescribeStackResourceDrifts", $"<R><StackResourceDrifts>{string.Concat(drifts)}</StackResourceDrifts></R>");

    private void Resources(params (string Id, string Type, string Physical)[] resources) => _aws.On(
        "ListStackResources",
        $"<R><StackResourceSummaries>{string.Concat(resources.Select(r => $"<member><LogicalResourceId>{r.Id}</LogicalResourceId><PhysicalResourceId>{r.Physical}</PhysicalResourceId><ResourceType>{r.Type}</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>"))}</StackResourceSummaries></R>");

    private Task<EnvironmentDrift> ReadAsync(string template = "{}", string status = "UPDATE_COMPLETE", TimeProvider? time = null, CancellationToken? stop = null)
    {
        var none = new Dictionary<string, string>();
        var stack = new Stack("shop-dev-data", "id", status, null, DateTimeOffset.UnixEpoch, false, none, none, none);
        return DriftOperation.ReadAsync(
            PlainPlan.Create(),
            _aws.Target,
            [new DeployedStack(stack, JsonNode.Parse(template)!.AsObject())],
            new OperationContext(new Caller("ada", "test"), new Answering(false), time ?? new HurriedTime(), stop ?? TestContext.Current.CancellationToken));
    }

    /// <summary>A clock that is five minutes further at each look, and whose timers fire at once.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => _now += TimeSpan.FromMinutes(5);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, period);
    }
}
