using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment;

public sealed class IntentTests : IDisposable
{
    private static readonly string Jobs = Queue("Jobs", "shop-dev-jobs");

    private readonly FakeParameters _parameters = new();
    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _folder = new();

    private readonly Assembly _assembly = new("cdk.out", [Like(Wanted("data", Jobs), "data"), Like(Wanted("api", "Cluster < /shop/dev/cluster\n" + Task("x"), "data"), "api")]);

    public IntentTests() => _aws = new FakeCloudFormation(_parameters.Answer);

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Of_AllStacks_LeavesNoneAlone()
    {
        var intent = Of(_assembly.Stacks, isPart: false);

        Assert.Null(intent.Only);
        Assert.Equal(["shop-dev-data", "shop-dev-api"], intent.Names);
    }

    [Fact]
    public void Of_AllStacksByName_LeavesAloneWhatElseRuns() =>
        Assert.Equal(["shop-dev-api", "shop-dev-data"], Of(_assembly.Stacks, isPart: true).Only!.Order(StringComparer.Ordinal));

    [Fact]
    public void Of_StackWithoutThatWhichItStandsOn_IsRefused()
    {
        Assert.Equal(ErrorCodes.StackNeeded, Assert.Throws<LandfallException>(() => Of([_assembly.Stacks[1]], isPart: true)).Code);
        Assert.Equal(ErrorCodes.StackNeeded, Assert.Throws<LandfallException>(() => Of([_assembly.Stacks[1]], isPart: true, Deployed("data", Jobs, "ROLLBACK_COMPLETE"))).Code);
        Assert.Equal(["shop-dev-api"], Of([_assembly.Stacks[1]], isPart: true, Deployed("data", Jobs)).Names);
    }

    [Fact]
    public void Of_StackThatNeedsWhatIsNewInAnother_IsRefused()
    {
        var assembly = new Assembly("cdk.out", [Wanted("data", Jobs), Wanted("api", Task(":shop-dev-jobs"), "data")]);

        var refused = Assert.Throws<LandfallException>(() => Intent.Of(Project(), assembly, [assembly.Stacks[1]], isPart: true, [Deployed("data", Queue("Old", "shop-dev-old"))]));

        Assert.Equal(ErrorCodes.StackNeeded, refused.Code);
        Assert.Equal(
            "--only leaves out data: needed by api, and what they need of it is not deployed to 'dev' yet. Deploy without --only, or with --only data api.", refused.Message);
    }

    [Theory]
    [InlineData("c-1", true)]
    [InlineData("c-2", false)] // published anew since
    [InlineData(null, false)]
    public async Task Unchanged_AllRunsAsWanted_IsAReportForEachStack(string? published, bool expected)
    {
        if (published is not null)
            _parameters.Values["/shop/dev/cluster"] = published;

        var reports = await UnchangedAsync(Of(_assembly.Stacks, isPart: false, Running("data"), Running("api")));

        Assert.Equal(expected ? [("shop-dev-data", StackOutcome.Unchanged, 1), ("shop-dev-api", StackOutcome.Unchanged, 1)] : null, reports?.Select(r => (r.Stack, r.Outcome, r.Resources)));
    }

    [Fact]
    public async Task Unchanged_OneStackIsMissing_IsNotTold()
    {
        _parameters.Values["/shop/dev/cluster"] = "c-1";

        Assert.Null(await UnchangedAsync(Of(_assembly.Stacks, isPart: false, Running("data"))));
        Assert.Null(await UnchangedAsync(Of(_assembly.Stacks, isPart: false, Running("api"))));
    }

    [Fact]
    public async Task Unchanged_AStackRunsThatIsNotWanted_IsToldOnlyWhereItIsLeftAlone()
    {
        _parameters.Values["/shop/dev/cluster"] = "c-1";
        DeployedStack[] deployed = [Running("data"), Running("api"), Deployed("old", Task("x"))];

        Assert.Null(await UnchangedAsync(Of(_assembly.Stacks, isPart: false, deployed)));
        Assert.Equal(["shop-dev-data"], (await UnchangedAsync(Of([_assembly.Stacks[0]], isPart: true, deployed)))!.Select(r => r.Stack));
    }

    private Task<IReadOnlyList<StackReport>?> UnchangedAsync(Intent intent) => intent.UnchangedAsync(new StackRegions(_aws.Session), TestContext.Current.CancellationToken);

    private Intent Of(IReadOnlyList<AssemblyStack> chosen, bool isPart, params DeployedStack[] deployed) =>
        Intent.Of(Project(), _assembly, chosen, isPart, deployed);

    /// <summary>A stack that runs as it is wanted, with the cluster that was published then.</summary>
    private DeployedStack Running(string part)
    {
        var stack = Deployed(part, "");
        return stack with
        {
            Template = _assembly.Stacks.Single(s => s.Name == stack.Name).Template,
            Stack = stack.Stack with { Parameters = part == "api" ? new Dictionary<string, string> { ["Cluster"] = "c-1" } : new Dictionary<string, string>() },
        };
    }

    private static AssemblyStack Like(AssemblyStack stack, string part) => stack with { Tags = Deployed(part, "").Stack.Tags };

    private Project Project()
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        return ProjectLoader.Load(_folder.Path, "dev");
    }
}
