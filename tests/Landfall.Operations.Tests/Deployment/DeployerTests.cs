using System.Net;
using System.Text.Json.Nodes;
using Amazon.SimpleSystemsManagement;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeployerTests : IDisposable
{
    private const string WithTable = """{ "Resources": { "Orders": { "Type": "AWS::DynamoDB::Table" }, "Topic": { "Type": "AWS::SNS::Topic" } } }""";
    private const string WithoutTable = """{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }""";
    private const string WithQueue = """{ "Resources": { "Orders": { "Type": "AWS::DynamoDB::Table" }, "Topic": { "Type": "AWS::SNS::Topic" }, "Jobs": { "Type": "AWS::SQS::Queue" } } }""";

    // How much is in a table cannot be told.
    private readonly FakeCloudFormation _aws = new(request => request.Body.StartsWith("Action=", StringComparison.Ordinal) ? null : new StubAnswer(403, "{}"));
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CarryOut_AllRunsAsWanted_AsksNobodyAndTouchesNothing(bool protect)
    {
        var watcher = new Answering(false);

        var reports = await CarryOutAsync(watcher, WithTable, protect);

        Assert.Equal([new StackReport("shop-dev-data", StackOutcome.Unchanged, 2, 0)], reports);
        Assert.Empty(watcher.Asked);
        Assert.Empty(_aws.Done);
    }

    [Theory]
    [InlineData(true, false, "Do you agree to these 2 effects?")]
    [InlineData(false, false, null)]
    [InlineData(false, true, null)]
    public async Task CarryOut_HarmThatNobodyAgreesTo_TouchesNothing(bool person, bool yes, string? asked)
    {
        var watcher = new Answering(person ? false : null);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => CarryOutAsync(watcher, WithoutTable, agreed: new Agreed(yes)));

        Assert.Equal(ErrorCodes.HarmNotAgreed, refused.Code);
        Assert.Equal(asked is null ? [] : [asked], watcher.Asked.Select(question => question.Text));
        Assert.Empty(_aws.Done);
    }

    [Fact]
    public async Task CarryOut_ProtectedEnvironment_AsksBeforeAHarmlessChangeToo()
    {
        var watcher = new Answering(false);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => CarryOutAsync(watcher, WithQueue, protect: true));

        Assert.Equal(ErrorCodes.NotAgreed, refused.Code);
        Assert.Equal("Nothing was deployed, because it was not agreed to.", refused.Message);
        Assert.Equal(
            [
                new Question(
                    $"Deploy 1 stacks to 'dev' (111111111111, eu-west-1)? It is protected; 'landfall diff {FolderArgument.Of(_folder.Path)} --env dev' shows what would change.",
                    "Add --yes to deploy a protected environment from a script."),
            ],
            watcher.Asked);
        Assert.Empty(_aws.Done);
    }

    [Fact]
    public async Task CarryOut_ApprovedChangeOfSomethingElse_IsRefusedAlsoWhereNothingIsToBeDone()
    {
        var approved = await ApproveAsync(WithQueue);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => CarryOutAsync(new Answering(true), WithTable, change: approved));

        Assert.Equal(ErrorCodes.ChangeMoved, refused.Code);
        Assert.Empty(_aws.Done);
    }

    [Theory]
    [InlineData(WithQueue, true, "")]
    [InlineData(WithoutTable, false, "all")]
    public async Task CarryOut_ChangeThatIsAgreedTo_GoesOnToTheAccount(string wanted, bool protect, string accept)
    {
        // The first thing that a deployment needs there is what CDK's bootstrap has made, which may not be read here.
        var denied = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() =>
            CarryOutAsync(new Answering(null), wanted, protect, new Agreed(Yes: true) { Accept = accept.Length > 0 ? [accept] : [] }));

        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
    }

    [Fact]
    public async Task CarryOut_ApprovedChangeOfNothing_IsDoneAtOnce() =>
        Assert.Equal(StackOutcome.Unchanged, Assert.Single(await CarryOutAsync(new Answering(null), WithTable, protect: true, change: await ApproveAsync(WithTable))).Outcome);

    private async Task<string> ApproveAsync(string wanted)
    {
        var intent = Intended(wanted, protect: false);
        var file = Path.Combine(_folder.Path, "change.json");
        await ChangeFile.WriteAsync(file, PlannedChange.Of("dev", intent.Deployed, intent.ToPlan(), removes: true), CancellationToken.None);
        return file;
    }

    private async Task<IReadOnlyList<StackReport>> CarryOutAsync(
        IWatcher watcher, string wanted, bool protect = false, Agreed? agreed = null, string? change = null)
    {
        var intent = Intended(wanted, protect);
        var context = new OperationContext(new Caller("ada", "test"), watcher, TimeProvider.System, TestContext.Current.CancellationToken);
        var ground = new DeploymentGround(intent.Project, new AwsTarget(_aws.Session, "111111111111", null), null);
        return await new Deployer(context, "deploy").CarryOutAsync(
            ground, intent, new DeployParameters(_folder.Path, "dev", [], Local: false) { Change = change }, agreed ?? Agreed.ToNothing, new ChangeRecord());
    }

    /// <summary>The table and a topic run; the template is wanted.</summary>
    private Intent Intended(string wanted, bool protect)
    {
        _folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{ account: \"111111111111\", protect: {(protect ? "true" : "false")} }} }}\n");
        var running = _aws.Add("shop-dev-data", "UPDATE_COMPLETE");
        var stack = new AssemblyStack("shop-dev-data", "shop-dev-data", [], "data.json", JsonNode.Parse(wanted)!.AsObject());
        return Intent.Of(
            ProjectLoader.Load(_folder.Path, "dev"),
            new Assembly(_folder.Path, [stack]),
            [stack],
            isPart: false,
            [new DeployedStack(running.Read(), JsonNode.Parse(WithTable)!.AsObject())]);
    }
}
