using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Toolchain;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeploymentServiceTests : IDisposable
{
    private const string Endless = "exec tail -f /dev/null";

    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _folder = new();
    private readonly HurriedTime _time = new();
    private readonly List<IReadOnlyList<StackProgress>> _shown = [];
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Dictionary<string, Action> _begun = [];
    private Func<bool> _away = () => false;
    private Action _onShown = () => { };

    public DeploymentServiceTests() => _aws = new FakeCloudFormation(request =>
    {
        if (!request.Body.StartsWith("Action=DescribeStackEvents", StringComparison.Ordinal))
            return null;
        if (_away())
            return new StubAnswer(200, "") { BreaksOff = true };
        if (!_begun.Remove(request.Form["StackName"], out var begin))
            return null;
        begin(); // the first look is at what was before
        return new StubAnswer(200, "<R><StackEvents/></R>");
    });

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task DeployAsync_StackThatChanges_IsReportedWithItsTimeAndWhatItLeft()
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");
        Begins("data", "UPDATE_COMPLETE", (0, "shop-dev-data", "UPDATE_IN_PROGRESS"), (1, "Jobs", "UPDATE_COMPLETE"), (2, "Old", "DELETE_SKIPPED"), (5, "shop-dev-data", "UPDATE_COMPLETE"));

        var reports = await DeployAsync("exit 0", Operation("data"));

        var report = Assert.Single(reports);
        Assert.Equal(("shop-dev-data", StackOutcome.Updated, 1, 5), (report.Stack, report.Outcome, report.Resources, report.Seconds));
        Assert.Equal([new OwnedResource("shop-dev-data", "AWS::SQS::Queue", "old")], report.Left);
        Assert.Equal([new StackProgress("shop-dev-data", 1, 1, "UPDATE_COMPLETE", null)], _shown[^1]);
        Assert.StartsWith("cdk deploy shop-dev-data --app ", await File.ReadAllTextAsync(LogFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeployAsync_NothingHappensToAStack_ReportsItUnchanged()
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");

        var report = Assert.Single(await DeployAsync("exit 0", Operation("data")));

        Assert.Equal((StackOutcome.Unchanged, 0), (report.Outcome, report.Seconds));
    }

    [Fact]
    public async Task DeployAsync_NewStack_IsCreatedWithoutTerminationProtection()
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");
        Begins("api", "CREATE_COMPLETE", (0, "shop-dev-api", "CREATE_IN_PROGRESS"), (3, "shop-dev-api", "CREATE_COMPLETE"));

        var reports = await DeployAsync($"cp '{Manifest}' '{Manifest}.seen'", Operation("data"), Operation("api"));

        Assert.Equal([("shop-dev-data", StackOutcome.Unchanged), ("shop-dev-api", StackOutcome.Created)], reports.Select(r => (r.Stack, r.Outcome)));
        Assert.Equal("data: true, api: false", Protected($"{Manifest}.seen"));
        Assert.Equal("data: true, api: true", Protected(Manifest));
    }

    [Fact]
    public async Task DeployAsync_StackFails_SaysWhyAndWhatBecameOfTheOthers()
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");
        _aws.Add("shop-dev-api", "UPDATE_COMPLETE").Template = Wanted("api", Queue("Jobs", "shop-dev-jobs")).Template.ToJsonString();
        _aws.Add("shop-dev-web", "UPDATE_COMPLETE").Template = "{}";
        Begins("data", "UPDATE_ROLLBACK_COMPLETE", (0, "shop-dev-data", "UPDATE_IN_PROGRESS"), (1, "Jobs", "UPDATE_FAILED"));

        var failed = await Assert.ThrowsAsync<LandfallException>(() => DeployAsync(
            "for i in 1 2 3 4 5 6 7 8 9; do echo line $i >&2; echo >&2; done; exit 1", Operation("data"), Operation("api"), Operation("web"), Operation("new")));

        Assert.Equal((ErrorCodes.DeploymentFailed, "The deployment failed."), (failed.Code, failed.Message));
        var details = Assert.IsType<FailedDeployment>(failed.Details);
        Assert.Equal(
            [("shop-dev-data", StackOutcome.Failed), ("shop-dev-api", StackOutcome.Unchanged), ("shop-dev-web", StackOutcome.NotReached), ("shop-dev-new", StackOutcome.NotReached)],
            details.Stacks.Select(r => (r.Stack, r.Outcome)));
        var failure = Assert.Single(details.Failures);
        Assert.Equal(("Jobs", "because of Jobs", "UPDATE_ROLLBACK_COMPLETE"), (failure.Resource, failure.Reason, failure.StackStatus));
        Assert.Equal("line 2\nline 3\nline 4\nline 5\nline 6\nline 7\nline 8\nline 9", details.LastLines);
        Assert.Equal(LogFile, details.LogFile);
    }

    [Fact]
    public async Task DeployAsync_StackFailsAndTheCliDoesNotTell_HasFailedAllTheSame()
    {
        Begins("data", "ROLLBACK_COMPLETE", (0, "shop-dev-data", "CREATE_IN_PROGRESS"), (1, "shop-dev-data", "ROLLBACK_COMPLETE"));

        var failed = await Assert.ThrowsAsync<LandfallException>(() => DeployAsync("exit 0", Operation("data")));

        Assert.Equal(StackOutcome.Failed, Assert.Single(Assert.IsType<FailedDeployment>(failed.Details).Stacks).Outcome);
    }

    [Fact]
    public async Task DeployAsync_TheCliFailsAndNoStackDoes_HasFailed()
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");

        var failed = await Assert.ThrowsAsync<LandfallException>(() => DeployAsync("echo no bucket >&2; exit 1", Operation("data")));

        var details = Assert.IsType<FailedDeployment>(failed.Details);
        Assert.Equal("no bucket", details.LastLines);
        Assert.Empty(details.Failures);
    }

    [Fact]
    public async Task DeployAsync_APersonStopsIt_SaysHowFarTheStacksAre()
    {
        foreach (var part in new[] { "data", "api", "web" })
            _aws.Add($"shop-dev-{part}", "UPDATE_COMPLETE");
        Begins("data", "UPDATE_IN_PROGRESS", (0, "shop-dev-data", "UPDATE_IN_PROGRESS"));
        _onShown = _stop.Cancel;

        var stopped = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => DeployAsync(Endless, Operation("data"), Operation("api"), Operation("web")));

        Assert.Equal("  shop-dev-data: UPDATE_IN_PROGRESS\n  unchanged so far: shop-dev-api, shop-dev-web", stopped.State);
        Assert.Equal($"{stopped.State}\nCloudFormation ends by itself what it has begun. Then run the same command again: it goes on from there.", stopped.Message);
    }

    [Fact]
    public async Task DeployAsync_NetworkIsAwayForAMinuteAndAgainLater_GoesOn()
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");
        Begins("data", "UPDATE_IN_PROGRESS", (0, "shop-dev-data", "UPDATE_IN_PROGRESS"));
        _away = () => _begun.Count == 0 && _shown.Count is < 20 or 21;
        _onShown = () =>
        {
            if (_shown.Count == 22)
                _stop.Cancel();
        };

        var stopped = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => DeployAsync(Endless, Operation("data")));

        Assert.Equal("  shop-dev-data: UPDATE_IN_PROGRESS", stopped.State);
    }

    [Theory]
    [InlineData(false, 20)]
    [InlineData(true, 0)] // the local AWS is on this machine: it is gone
    public async Task DeployAsync_NetworkStaysAway_GivesUp(bool local, int looks)
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");
        Begins("data", "UPDATE_IN_PROGRESS");
        _away = () => _begun.Count == 0;

        await Assert.ThrowsAsync<HttpRequestException>(() => DeployAsync(Endless, local, Operation("data")));

        Assert.Equal(looks, _shown.Count);
    }

    [Theory]
    [InlineData(false, 3000)]
    [InlineData(true, 500)]
    public async Task DeployAsync_Watching_LooksOftenerAtTheLocalAws(bool local, int milliseconds)
    {
        _aws.Add("shop-dev-data", "UPDATE_COMPLETE");

        await DeployAsync("exit 0", local, Operation("data"));

        Assert.Equal([TimeSpan.FromMilliseconds(milliseconds)], _time.Waits.Distinct());
    }

    [Fact]
    public void Arguments_Run_DeployItsStacksAndNoOthersWithoutAsking() => Assert.Equal(
        ["deploy", "shop-dev-data", "shop-dev-api", "--app", "cdk.out", "--exclusively", "--require-approval", "never", "--progress", "events", "--concurrency", "4", "--method", "change-set"],
        DeploymentService.Arguments("cdk.out", [Operation("data"), Operation("api")], local: false, protect: false));

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public void Arguments_ProtectedOnAws_TakeBackWhatWasKept(bool local, bool protect, bool expected) =>
        Assert.Equal(
            expected,
            DeploymentService.Arguments("cdk.out", [Operation("data")], local, protect).Contains("--import-existing-resources"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Arguments_AValueMayHaveChanged_MakesTheCliAskCloudFormation(bool forced) =>
        Assert.Equal(
            forced, DeploymentService.Arguments("cdk.out", [Operation("api"), Operation("data") with { Forced = forced }], local: false, protect: false).Contains("--force"));

    private string LogFile => Path.Combine(_folder.Path, "deploy.log");

    private string Manifest => Path.Combine(_folder.Path, "manifest.json");

    /// <summary>What happens to a stack once the deployment has begun: its status then, and events by second, the first one first.</summary>
    private void Begins(string part, string status, params (int Second, string Resource, string Status)[] events) => _begun[$"shop-dev-{part}"] = () =>
    {
        var stack = _aws.Add($"shop-dev-{part}", status);
        stack.Happened.AddRange(events.Select(e => new StackEvent(
            $"{e}", Now.AddSeconds(e.Second), e.Resource, e.Resource.ToLowerInvariant(), e.Resource == $"shop-dev-{part}" ? "AWS::CloudFormation::Stack" : "AWS::SQS::Queue", e.Status, $"because of {e.Resource}")).Reverse());
    };

    private Task<IReadOnlyList<StackReport>> DeployAsync(string cdk, params StackOperation[] run) => DeployAsync(cdk, local: false, run);

    /// <summary>Deploys with a shell script in the place of the CDK CLI.</summary>
    private async Task<IReadOnlyList<StackReport>> DeployAsync(string cdk, bool local, params StackOperation[] run)
    {
        _folder.Write("manifest.json", """
            { "artifacts": { "shop-dev-data": { "properties": { "terminationProtection": true } }, "shop-dev-api": { "properties": { "terminationProtection": true } } } }
            """);
        var target = new AwsTarget(_aws.Session, "111111111111", local ? "http://localhost:1" : null);
        var context = new OperationContext(new Caller("ada", "test"), new Answering(null), _time, _stop.Token);
        var cli = new CdkCli(new Tools("/bin/sh", _folder.Write("cdk.sh", cdk)), target, LogFile);
        return await new DeploymentService(target, cli, protect: false, new FailingServices(target, PlainPlan.Create(), context, rollBack: false), _time)
            .DeployAsync(new Assembly(_folder.Path, [.. run.Select(o => o.Wanted!)]), run, Show, _stop.Token);
    }

    private void Show(IReadOnlyList<StackProgress> progress)
    {
        _shown.Add(progress);
        _onShown();
    }

    private static string Protected(string manifest)
    {
        var artifacts = JsonNode.Parse(File.ReadAllText(manifest))!["artifacts"]!;
        return string.Join(", ", new[] { "data", "api" }.Select(part => $"{part}: {artifacts[$"shop-dev-{part}"]!["properties"]!["terminationProtection"]!.ToJsonString()}"));
    }

    private static StackOperation Operation(string part)
    {
        var stack = Wanted(part, Queue("Jobs", "shop-dev-jobs"));
        return new StackOperation(Pass.Shared, stack.Name, stack, stack.Template, []);
    }
}
