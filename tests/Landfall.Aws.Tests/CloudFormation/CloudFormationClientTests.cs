using Landfall.Aws.CloudFormation;

namespace Landfall.Aws.Tests.CloudFormation;

public sealed class CloudFormationClientTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindStackAsync_Stack_HasEverythingThatAwsTells()
    {
        using var aws = HttpStub.InTurn(Stacks("""
            <member>
              <StackName>shop-dev-data</StackName><StackId>arn:aws:cloudformation:eu-west-1:1:stack/shop-dev-data/1</StackId>
              <StackStatus>UPDATE_COMPLETE</StackStatus><StackStatusReason>It went well</StackStatusReason>
              <CreationTime>2026-10-01T08:00:00Z</CreationTime><LastUpdatedTime>2026-11-01T12:00:00.000Z</LastUpdatedTime>
              <EnableTerminationProtection>true</EnableTerminationProtection>
              <Outputs><member><OutputKey>Url</OutputKey><OutputValue>https://x</OutputValue></member></Outputs>
              <Tags><member><Key>landfall:app</Key><Value>shop</Value></member></Tags>
              <Parameters>
                <member><ParameterKey>Vpc</ParameterKey><ParameterValue>/shop/dev/vpc</ParameterValue><ResolvedValue>vpc-1</ResolvedValue></member>
                <member><ParameterKey>Tag</ParameterKey><ParameterValue>v1</ParameterValue></member>
              </Parameters>
            </member>
            """));

        var stack = await Call(aws, client => client.FindStackAsync("shop-dev-data", Stop));

        Assert.NotNull(stack);
        Assert.Equal("shop-dev-data", stack.Name);
        Assert.Equal("arn:aws:cloudformation:eu-west-1:1:stack/shop-dev-data/1", stack.Id);
        Assert.Equal(("UPDATE_COMPLETE", "It went well"), (stack.Status, stack.StatusReason));
        Assert.Equal(Noon, stack.Updated);
        Assert.True(stack.TerminationProtection);
        Assert.Equal("https://x", stack.Outputs["Url"]);
        Assert.Equal("shop", stack.Tags["landfall:app"]);
        Assert.Equal(("vpc-1", "v1"), (stack.Parameters["Vpc"], stack.Parameters["Tag"]));
        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal(("DescribeStacks", "shop-dev-data"), (form["Action"], form["StackName"]));
    }

    [Fact]
    public async Task FindStackAsync_NeverUpdated_WasUpdatedWhenItWasCreated()
    {
        using var aws = HttpStub.InTurn(Stacks("<member><StackName>a</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-11-01T12:00:00Z</CreationTime></member>"));

        var stack = await Call(aws, client => client.FindStackAsync("a", Stop));

        Assert.Equal(Noon, stack!.Updated);
        Assert.Null(stack.StatusReason);
        Assert.False(stack.TerminationProtection);
        Assert.Empty(stack.Outputs);
        Assert.Empty(stack.Tags);
        Assert.Empty(stack.Parameters);
    }

    [Fact]
    public async Task FindStackAsync_NoSuchStack_IsNull()
    {
        using var aws = HttpStub.InTurn(Error("ValidationError", "Stack with id shop does not exist"));

        Assert.Null(await Call(aws, client => client.FindStackAsync("shop", Stop)));
    }

    [Theory]
    [InlineData("ValidationError", "1 validation error detected")]
    [InlineData("AccessDenied", "The role does not exist")]
    public async Task FindStackAsync_OtherError_IsThrown(string code, string message)
    {
        using var aws = HttpStub.InTurn(Error(code, message));

        var e = await Assert.ThrowsAsync<AwsException>(() => Call(aws, client => client.FindStackAsync("shop", Stop)));

        Assert.Equal((code, message), (e.Code, e.AwsMessage));
    }

    [Fact]
    public async Task ListStacksAsync_ThreePages_GivesAllThatAreNotDeleted()
    {
        using var aws = HttpStub.InTurn(
            Stacks(Stack("c", "CREATE_COMPLETE"), "two"), Stacks(Stack("b", "DELETE_COMPLETE"), "three"), Stacks(Stack("a", "DELETE_FAILED")));

        var stacks = await Call(aws, client => client.ListStacksAsync(Stop));

        Assert.Equal(["c", "a"], stacks.Select(s => s.Name));
        Assert.Equal([null, "two", "three"], aws.Requests.Select(r => r.Form.GetValueOrDefault("NextToken")));
    }

    [Fact]
    public async Task ListResourcesAsync_TwoPages_GivesBoth()
    {
        using var aws = HttpStub.InTurn(
            Answer("ListStackResources", "<StackResourceSummaries><member><LogicalResourceId>Queue</LogicalResourceId><PhysicalResourceId>https://q</PhysicalResourceId><ResourceType>AWS::SQS::Queue</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member></StackResourceSummaries><NextToken>two</NextToken>"),
            Answer("ListStackResources", "<StackResourceSummaries><member><LogicalResourceId>Topic</LogicalResourceId><ResourceType>AWS::SNS::Topic</ResourceType><ResourceStatus>CREATE_IN_PROGRESS</ResourceStatus></member></StackResourceSummaries>"));

        var resources = await Call(aws, client => client.ListResourcesAsync("shop", Stop));

        Assert.Equal(
            [new StackResource("Queue", "https://q", "AWS::SQS::Queue", "CREATE_COMPLETE"), new StackResource("Topic", "", "AWS::SNS::Topic", "CREATE_IN_PROGRESS")],
            resources);
        Assert.Equal(("shop", "two"), (aws.Requests[1].Form["StackName"], aws.Requests[1].Form["NextToken"]));
    }

    [Fact]
    public async Task ListEventsAsync_OldEventsOnAPage_AsksForNoMore()
    {
        using var aws = HttpStub.InTurn(
            Events("two", Event("3", Noon.AddMinutes(2), reason: "It broke")),
            Events("three", Event("2", Noon), Event("1", Noon.AddSeconds(-1))),
            Events(null, Event("0", Noon.AddHours(-1))));

        var events = await Call(aws, client => client.ListEventsAsync("shop", Noon, Stop));

        Assert.Equal(
            [
                new StackEvent("3", Noon.AddMinutes(2), "Task", "arn:task", "AWS::ECS::Service", "CREATE_FAILED", "It broke"),
                new StackEvent("2", Noon, "Task", "arn:task", "AWS::ECS::Service", "CREATE_FAILED", null),
            ],
            events);
        Assert.Equal(2, aws.Requests.Count);
    }

    [Fact]
    public async Task ListEventsAsync_AllAreNewEnough_ReadsToTheEnd()
    {
        using var aws = HttpStub.InTurn(Events("two", Event("2", Noon)), Events(null, Event("1", Noon)));

        Assert.Equal(["2", "1"], (await Call(aws, client => client.ListEventsAsync("shop", Noon, Stop))).Select(e => e.Id));
    }

    [Fact]
    public async Task ListEventsAsync_EmptyPage_Ends()
    {
        using var aws = HttpStub.InTurn(Events("again"));

        Assert.Empty(await Call(aws, client => client.ListEventsAsync("shop", Noon, Stop)));

        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task GetTemplateAsync_Stack_GivesTheOriginalText()
    {
        using var aws = HttpStub.InTurn(Answer("GetTemplate", "<TemplateBody>{&quot;Resources&quot;:{}}</TemplateBody>"));

        Assert.Equal("""{"Resources":{}}""", await Call(aws, client => client.GetTemplateAsync("shop", Stop)));

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal(("GetTemplate", "shop", "Original"), (form["Action"], form["StackName"], form["TemplateStage"]));
    }

    [Fact]
    public async Task ListChangeSetAsync_Changes_SaysWhatBecomesOfEachResource()
    {
        using var aws = HttpStub.InTurn(Answer("DescribeChangeSet", """
            <Changes><member><Type>Resource</Type><ResourceChange><Action>Modify</Action><LogicalResourceId>Orders</LogicalResourceId>
            <ResourceType>AWS::RDS::DBInstance</ResourceType><Replacement>True</Replacement><PolicyAction>ReplaceAndDelete</PolicyAction></ResourceChange></member></Changes>
            """));

        var entries = await Call(aws, client => client.ListChangeSetAsync("shop", "agreed", Stop));

        Assert.Equal([new ChangeSetEntry("Orders", "AWS::RDS::DBInstance", "Modify", "True", "ReplaceAndDelete")], entries);
        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal(("DescribeChangeSet", "shop", "agreed"), (form["Action"], form["StackName"], form["ChangeSetName"]));
    }

    [Fact]
    public async Task DeleteStackAsync_Stack_AsksForItsDeletion()
    {
        using var aws = HttpStub.InTurn(Answer("DeleteStack", ""));

        await Call(aws, async client =>
        {
            await client.DeleteStackAsync("shop", Stop);
            return true;
        });

        var form = Assert.Single(aws.Requests).Form;
        Assert.Equal(("DeleteStack", "shop"), (form["Action"], form["StackName"]));
    }

    private static string Stack(string name, string status) =>
        $"<member><StackName>{name}</StackName><StackStatus>{status}</StackStatus><CreationTime>2026-11-01T12:00:00Z</CreationTime></member>";

    private static StubAnswer Stacks(string members, string? next = null) =>
        Answer("DescribeStacks", $"<Stacks>{members}</Stacks>{Next(next)}");

    private static StubAnswer Events(string? next, params string[] events) =>
        Answer("DescribeStackEvents", $"<StackEvents>{string.Concat(events)}</StackEvents>{Next(next)}");

    private static string Event(string id, DateTimeOffset time, string? reason = null) =>
        $"<member><EventId>{id}</EventId><Timestamp>{time:O}</Timestamp><LogicalResourceId>Task</LogicalResourceId><PhysicalResourceId>arn:task</PhysicalResourceId><ResourceType>AWS::ECS::Service</ResourceType><ResourceStatus>CREATE_FAILED</ResourceStatus>{(reason is null ? "" : $"<ResourceStatusReason>{reason}</ResourceStatusReason>")}</member>";

    private static string Next(string? token) => token is null ? "" : $"<NextToken>{token}</NextToken>";

    private static StubAnswer Error(string code, string message) =>
        new(400, $"<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error></ErrorResponse>");

    private static StubAnswer Answer(string operation, string content) =>
        new(200, $"<{operation}Response xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><{operation}Result>{content}</{operation}Result></{operation}Response>");

    private static async Task<T> Call<T>(HttpStub aws, Func<CloudFormationClient, Task<T>> call)
    {
        using var session = StubSession.To(aws);
        return await call(new CloudFormationClient(session));
    }
}
