using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Importing;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Auditing;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Importing;

public sealed class ImportOperationTests : IDisposable
{
    private const string Name = "books-test-api-books";
    private const string Table = """
        {"Type":"AWS::DynamoDB::Table","Properties":{"TableName":"books-test-api-books","BillingMode":"PAY_PER_REQUEST",
          "AttributeDefinitions":[{"AttributeName":"isbn","AttributeType":"S"}],"KeySchema":[{"AttributeName":"isbn","KeyType":"HASH"}],
          "PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":true}},"DeletionPolicy":"Retain","UpdateReplacePolicy":"Retain"}
        """;

    private const string NotThere = """<R><Error><Code>ValidationError</Code><Message>Stack with id shop-dev-data does not exist</Message></Error></R>""";

    private readonly StubAws _aws = new StubAws().WithEmptyTrail();
    private readonly TemporaryFolder _folder = new();
    private string? _stack;

    public ImportOperationTests()
    {
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            databases: { orders: { engine: postgresql } }
            tables: { books: { partitionKey: isbn, awsName: books-test-api-books }, plain: { partitionKey: id } }
            """);
        _aws.On("DescribeStacks", request => _stack is { } status ? new StubAnswer(200, Stack(status)) : request.Body.Contains("StackName", StringComparison.Ordinal) ? new StubAnswer(400, NotThere) : new StubAnswer(200, "<R/>"));
        _aws.On("DescribeStackResources", request => new StubAnswer(400, $"<R><Error><Code>ValidationError</Code><Message>Stack for {request.Form["PhysicalResourceId"]} does not exist</Message></Error></R>"));
        _aws.On("CreateChangeSet", _ => Then("REVIEW_IN_PROGRESS")).On("ExecuteChangeSet", _ => Then("IMPORT_COMPLETE")).On("DeleteStack", _ => Then(null));
        _aws.On("DescribeChangeSet", "<R><DescribeChangeSetResult><Status>CREATE_COMPLETE</Status></DescribeChangeSetResult></R>");
        Is("""{"TableName":"books-test-api-books","Arn":"a","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"isbn","AttributeType":"S"}],"KeySchema":[{"AttributeName":"isbn","KeyType":"HASH"}],"PointInTimeRecoverySpecification":{"PointInTimeRecoveryEnabled":false}}""");
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_AgreedTo_ImportsItAsItIsAndNothingElse()
    {
        var watcher = new Answering(true);

        var imported = await RunAsync(watcher);

        Assert.Equal(("books", "table", Name, "shop-dev-data", "BooksExistingTable", false), (imported.Name, imported.Kind, imported.AwsName, imported.Stack, imported.LogicalId, imported.DryRun));
        var form = new StubRequest("", "", new Dictionary<string, string>(), Assert.Single(_aws.Bodies("CreateChangeSet"))).Form;
        Assert.Equal(
            ("IMPORT", "BooksExistingTable", "AWS::DynamoDB::Table", "TableName", Name),
            (form["ChangeSetType"], form["ResourcesToImport.member.1.LogicalResourceId"], form["ResourcesToImport.member.1.ResourceType"], form["ResourcesToImport.member.1.ResourceIdentifier.entry.1.key"], form["ResourcesToImport.member.1.ResourceIdentifier.entry.1.value"]));
        var template = JsonNode.Parse(form["TemplateBody"])!;
        var resource = Assert.Single(template["Resources"]!.AsObject()).Value!;
        Assert.Null(template["Outputs"]);
        Assert.Equal(("Retain", "Retain"), ((string)resource["DeletionPolicy"]!, (string)resource["UpdateReplacePolicy"]!));
        Assert.Equal("""{"PointInTimeRecoveryEnabled":false}""", resource["Properties"]!["PointInTimeRecoverySpecification"]!.ToJsonString());
        Assert.Null(resource["Properties"]!["Arn"]);
        Assert.Equal("landfall:app", form["Tags.member.1.Key"]);
        Assert.Equal($"Take the table {Name} into 'shop-dev-data' as books? Nothing of it is changed now; the next deployment changes what is said above.", Assert.Single(watcher.Asked).Text);
        Assert.Contains($"\"after\":\"{Name}, in shop-dev-data\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Differences_AreToldBeforeItIsAskedFor()
    {
        var watcher = new Answering(true);

        var difference = Assert.Single((await RunAsync(watcher)).Differences);

        Assert.Equal(("PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled", "false", "true"), (difference.Property, difference.Is!.ToString(), difference.Wanted!.ToString()));
        Assert.Contains("  PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled: is false, the next deployment makes it true", watcher.Said);
    }

    [Fact]
    public async Task Run_DryRun_ChangesNothingAndAsksNobody()
    {
        var imported = await RunAsync(new Answering(null), dryRun: true);

        Assert.True(imported.DryRun);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_NotAgreedTo_ChangesNothing()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(false)));

        Assert.Equal((ErrorCodes.NotAgreed, "Nothing was taken over."), (refused.Code, refused.Message));
        AssertUntouched();
    }

    [Theory]
    [InlineData("boks", ErrorCodes.ImportUnknown, "It has books, plain.")]
    [InlineData("orders", ErrorCodes.ImportUnknown, "A database stands on the subnets of its network")]
    [InlineData("plain", ErrorCodes.ImportNoName, "Write 'awsName: NAME' at it")]
    public async Task Run_NameThatCannotBeTakenOver_SaysWhatToDo(string name, string code, string message)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), name));

        Assert.Equal(code, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_NoSuchTableInAws_NamesAccountAndRegion()
    {
        _aws.On("GetResource", """{"__type":"com.amazon.cloudapiservice#ResourceNotFoundException","Message":"not found"}""", 400);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal((ErrorCodes.ImportMissing, $"There is no table {Name} in account 111111111111, eu-west-1. Mend 'awsName' of 'books', or the environment's account and region."), (refused.Code, refused.Message));
        AssertUntouched();
    }

    [Fact]
    public async Task Run_TableOfAnotherStack_NamesThatStack()
    {
        _aws.On("DescribeStackResources", $"<R><StackResources><member><StackName>books-test-api-AddonsStack-1</StackName><PhysicalResourceId>{Name}</PhysicalResourceId><ResourceType>AWS::DynamoDB::Table</ResourceType></member></StackResources></R>");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ImportOwned, refused.Code);
        Assert.Contains("belongs to the stack 'books-test-api-AddonsStack-1'", refused.Message, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_TableThatWouldBeReplaced_IsRefusedWithBothValues()
    {
        Is("""{"TableName":"books-test-api-books","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]}""");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ImportReplaces, refused.Code);
        Assert.Contains("  KeySchema/*/AttributeName: is id, the file says isbn\n", refused.Message, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_StackHasItAlready_SaysThatThereIsNothingToDo()
    {
        _stack = "UPDATE_COMPLETE";
        Runs("""{"Resources":{"BooksExistingTable":TABLE}}""".Replace("TABLE", Table, StringComparison.Ordinal));

        Assert.Equal(ErrorCodes.ImportDone, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)))).Code);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_StackThatStands_KeepsItsTemplateParametersAndTags()
    {
        _stack = "UPDATE_COMPLETE";
        Runs("""{"Parameters":{"Protection":{"Type":"String","Default":"false"}},"Resources":{"Old":{"Type":"AWS::SQS::Queue"}},"Outputs":{"Out":{"Value":"1"}}}""");

        await RunAsync(new Answering(true));

        var form = new StubRequest("", "", new Dictionary<string, string>(), Assert.Single(_aws.Bodies("CreateChangeSet"))).Form;
        var template = JsonNode.Parse(form["TemplateBody"])!;
        Assert.Equal(["Old", "BooksExistingTable"], template["Resources"]!.AsObject().Select(pair => pair.Key));
        Assert.NotNull(template["Outputs"]!["Out"]);
        Assert.Equal(("Protection", "true"), (form["Parameters.member.1.ParameterKey"], form["Parameters.member.1.UsePreviousValue"]));
    }

    [Theory]
    [InlineData("UPDATE_IN_PROGRESS")]
    [InlineData("UPDATE_ROLLBACK_FAILED")]
    public async Task Run_StackThatTakesNoChange_SaysSo(string status)
    {
        _stack = status;
        Runs("""{"Resources":{}}""");

        Assert.Equal(ErrorCodes.StackStuck, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)))).Code);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_ChangeSetFails_TellsTheReasonAndLeavesNothingBehind()
    {
        _aws.On("DescribeChangeSet", "<R><DescribeChangeSetResult><Status>FAILED</Status><StatusReason>It is in another stack.</StatusReason></DescribeChangeSetResult></R>");

        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ImportFailed, failed.Code);
        Assert.Contains("It is in another stack. Nothing was changed.", failed.Message, StringComparison.Ordinal);
        AssertTakenBack();
    }

    [Fact]
    public async Task Run_Denied_NamesTheActionAndLeavesNothingBehind()
    {
        _aws.Deny("ExecuteChangeSet", "cloudformation:ExecuteChangeSet").Deny("CreateChangeSet", "cloudformation:CreateChangeSet");

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new Answering(true)));

        Assert.Contains("lack the permission 'cloudformation:CreateChangeSet'", AwsFailure.Of(failed)!.Message, StringComparison.Ordinal);
        Assert.Contains("DeleteChangeSet", _aws.Asked);
    }

    [Fact]
    public async Task Run_ReadingIsDenied_NamesTheAction()
    {
        _aws.Deny("GetResource", "dynamodb:DescribeTable");

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new Answering(true)));

        Assert.Contains("lack the permission 'dynamodb:DescribeTable'", AwsFailure.Of(failed)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StoppedBeforeItIsExecuted_DeletesTheChangeSetAndTheNewStack()
    {
        using var stop = new CancellationTokenSource();
        _aws.On("DescribeChangeSet", _ =>
        {
            stop.Cancel();
            return new StubAnswer(200, "<R><DescribeChangeSetResult><Status>CREATE_COMPLETE</Status></DescribeChangeSetResult></R>");
        });
        var watcher = new Answering(true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(watcher, stop: stop.Token));

        AssertTakenBack();
        Assert.Equal("Nothing was taken over: the change set 'landfall-import' of 'shop-dev-data' is deleted.", watcher.Said[^1]);
    }

    [Fact]
    public async Task Run_StoppedWhileCloudFormationWorks_SaysThatItGoesOn()
    {
        using var stop = new CancellationTokenSource();
        _aws.On("ExecuteChangeSet", _ =>
        {
            stop.CancelAfter(TimeSpan.FromMilliseconds(200));
            return Then("IMPORT_IN_PROGRESS");
        });

        var interrupted = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => RunAsync(new Answering(true), stop: stop.Token));

        Assert.Equal("  shop-dev-data: IMPORT_IN_PROGRESS", interrupted.State);
        Assert.DoesNotContain("DeleteStack", _aws.Asked);
        Assert.Contains("\"outcome\":\"interrupted\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ImportIsRolledBack_TellsTheReason()
    {
        _aws.On("ExecuteChangeSet", _ => Then("IMPORT_ROLLBACK_COMPLETE"));
        _aws.On("DescribeStackEvents", "<R><StackEvents><member><EventId>1</EventId><Timestamp>2026-03-01T12:00:01Z</Timestamp><LogicalResourceId>BooksExistingTable</LogicalResourceId><ResourceType>AWS::DynamoDB::Table</ResourceType><ResourceStatus>IMPORT_FAILED</ResourceStatus><ResourceStatusReason>Its stream is odd.</ResourceStatusReason></member></StackEvents></R>");

        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ImportFailed, failed.Code);
        Assert.Contains("BooksExistingTable (AWS::DynamoDB::Table): Its stream is odd.", failed.Message, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"failed\"", Entry(), StringComparison.Ordinal);
    }

    private static string Stack(string status) =>
        $"<R><DescribeStacksResult><Stacks><member><StackName>shop-dev-data</StackName><StackId>arn:aws:cloudformation:eu-west-1:111111111111:stack/shop-dev-data/1</StackId><StackStatus>{status}</StackStatus><CreationTime>2026-03-01T12:00:00Z</CreationTime><Tags><member><Key>landfall:app</Key><Value>shop</Value></member><member><Key>landfall:environment</Key><Value>dev</Value></member></Tags></member></Stacks></DescribeStacksResult></R>";

    private StubAnswer Then(string? status)
    {
        _stack = status;
        return new StubAnswer(200, "<R/>");
    }

    private void Is(string properties) => _aws.On(
        "GetResource", new JsonObject { ["TypeName"] = "t", ["ResourceDescription"] = new JsonObject { ["Identifier"] = Name, ["Properties"] = properties } }.ToJsonString());

    private void Runs(string template) => _aws.On("GetTemplate", $"<R><GetTemplateResult><TemplateBody>{template.Replace("\"", "&quot;", StringComparison.Ordinal)}</TemplateBody></GetTemplateResult></R>");

    private void AssertUntouched() => Assert.DoesNotContain(_aws.Asked, asked => asked.EndsWith("ChangeSet", StringComparison.Ordinal) || asked == "DeleteStack");

    private void AssertTakenBack()
    {
        Assert.Equal(["DeleteChangeSet", "DeleteStack"], _aws.Asked.Where(asked => asked.StartsWith("Delete", StringComparison.Ordinal) && asked != "DeleteParameter"));
        Assert.DoesNotContain("ExecuteChangeSet", _aws.Asked);
    }

    private string Entry() => Assert.Single(_aws.Bodies("/landfall-audit-111111111111-eu-west-1/shop/dev/0000000001.json"), body => body.Length > 0);

    private async Task<Imported> RunAsync(Answering watcher, string name = "books", bool dryRun = false, CancellationToken? stop = null)
    {
        var project = ProjectLoader.Load(_folder.Path, "dev");
        var context = new OperationContext(new Caller("ada", "test"), watcher, TimeProvider.System, stop ?? TestContext.Current.CancellationToken);
        var template = JsonNode.Parse("""{"Description":"Data","Resources":{"BooksExistingTable":TABLE},"Outputs":{"New":{"Value":"1"}}}""".Replace("TABLE", Table, StringComparison.Ordinal))!.AsObject();
        var assembly = new Assembly(_folder.Path, [new AssemblyStack("shop-dev-data", "shop-dev-data", [], "t.json", template) { Tags = new Dictionary<string, string> { ["landfall:app"] = "shop", ["landfall:environment"] = "dev" } }]);
        var choice = ImportChoice.Find(project.Plan, name);
        using var folder = await FolderLock.TakeAsync(project.EnvironmentFolder, watcher.Say, TimeProvider.System, CancellationToken.None);
        return await new ImportOperation().RunAsync(project, _aws.Target, folder, assembly, choice, dryRun, Agreed.ToNothing, context);
    }
}
