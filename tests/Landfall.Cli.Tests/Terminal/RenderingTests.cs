using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;

namespace Landfall.Cli.Tests.Terminal;

/// <summary>What people and scripts get to see, pinned by the files in Golden.</summary>
public sealed class RenderingTests
{
    private static readonly IReadOnlyList<StackReport> Stacks =
    [
        new("shop-dev-network", StackOutcome.Unchanged, 41, 0.21),
        new("shop-dev-data", StackOutcome.Updated, 28, 93.46),
        new("shop-dev-api", StackOutcome.Created, 33, 128),
        new("shop-dev-mailer", StackOutcome.Deleted, 0, 4.5),
    ];

    [Theory]
    [InlineData("list", 120)]
    [InlineData("list", 80)]
    [InlineData("list", 60)]
    [InlineData("graph", 120)]
    public async Task Command_OfTheShop_ShowsWhatIsExpected(string command, int width)
    {
        var screen = new CapturedScreen(width);

        var exitCode = await RunAsync(screen, command, Path.Combine(GoldenFile.Repository, "samples", "shop"));

        Assert.Equal(ExitCode.Done, exitCode);
        Verify($"{command}-{width}", screen);
    }

    [Fact]
    public async Task Validate_EverythingWrong_ListsEveryProblem()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", File.ReadAllText(Path.Combine(
            GoldenFile.Repository, "tests", "Landfall.Config.Tests", "Golden", "everything-wrong.yaml")));
        var screen = new CapturedScreen(120);

        var exitCode = await RunAsync(screen, "validate", folder.Path);

        Assert.Equal(ExitCode.UserError, exitCode);
        Verify("validate", screen, folder.Path);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(60)]
    public void Write_Deployment_ShowsWhatHappenedAndItsAddress(int width)
    {
        var screen = new CapturedScreen(width);

        DeploymentRendering.Write(screen.Screen, Report(Stacks));

        Verify($"deployed-{width}", screen);
    }

    [Fact]
    public void Write_DeploymentToTheLocalAws_TellsHowToLookAtIt()
    {
        var screen = new CapturedScreen(80);

        DeploymentRendering.Write(screen.Screen, Local());

        Verify("deployed-local", screen);
    }

    [Fact]
    public void WriteAll_Deployment_ShowsStacksOutputsAndWhatWasOnlyRecorded()
    {
        var screen = new CapturedScreen(80);

        DeploymentRendering.WriteAll(screen.Screen, Local());

        Verify("deployed-verbose", screen);
    }

    [Fact]
    public void Write_NothingChanged_SaysSo()
    {
        var screen = new CapturedScreen(120);

        DeploymentRendering.Write(screen.Screen, Report([.. Stacks.Select(s => s with { Outcome = StackOutcome.Unchanged })]));

        Verify("unchanged", screen);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Write_Change_BreaksLinesBetweenWordsAndCutsNone(int width)
    {
        var screen = new CapturedScreen(width);
        var change = new Change(
            "dev",
            "0123456789abcdef",
            [
                new("shop-dev-data", StackAction.Update, [new("Audit", "shop-dev-data/Audit", "AWS::DynamoDB::Table", ResourceAction.Replace, ["e1"], "KeySchema")]),
                new("shop-dev-api", StackAction.Update, []),
            ],
            [
                new("e1", EffectKind.LosesData, Certainty.Certain, Harmful: true, "table audit", "The table shop-dev-audit is replaced (KeySchema), and all its items are gone with the old one, as nothing copies them to the new one.", Amount: "12,345 items"),
                new("e2", EffectKind.Network, Certainty.Possible, Harmful: false, "rule", "Lets in at LoadBalancerSecurityGroup: tcp, port 443, from 0.0.0.0/0."),
            ],
            [new("subnet", "shop-dev-network", "Private1", "The subnet Private1 would have the block 10.20.0.0/20, which conflicts with 10.20.0.0/19 of Private2, which runs. Put 'network' back, or make a new environment and move to it.")]);

        DiffCommand.Write(screen.Screen, ChangeText.Brief(change));

        Assert.All(screen.Data.Split('\n'), line => Assert.True(line.Length <= width, line));
        Assert.DoesNotContain("…", screen.Data, StringComparison.Ordinal);
        Verify($"diff-{width}", screen);
    }

    private static DeploymentReport Local() => Report(Stacks) with
    {
        RecordedTypes = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["AWS::EC2::FlowLog"] = 1, ["AWS::SQS::QueuePolicy"] = 2 },
        Outputs = new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
        {
            ["shop-dev-edge"] = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["DnsRecordShopExampleCom"] = "shop.example.com CNAME d111111abcdef8.cloudfront.net",
                ["SitesWebBucket"] = "shop-dev-site-web-111111111111-eu-west-1",
                ["Url"] = "https://shop.example.com",
            },
        },
        LocalEndpoint = "http://localhost:5555",
        Selection = " ./shop --env dev --local",
    };

    private static DeploymentReport Report(IReadOnlyList<StackReport> stacks) =>
        new(
            "shop",
            "dev",
            stacks,
            new SortedDictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["shop-dev-api"] = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["Image"] = "[a/b]:tag" },
                ["shop-dev-edge"] = new SortedDictionary<string, string>(StringComparer.Ordinal)
                {
                    ["Url"] = "https://d111111abcdef8.cloudfront.net/a-path-that-is-much-longer-than-any-terminal-is-wide-and-must-not-be-broken",
                },
            },
            new Dictionary<string, int>())
        {
            Region = "eu-central-1",
            Seconds = 226.2,
            Selection = " --env dev",
        };

    [Theory]
    [InlineData(120)]
    [InlineData(60)]
    public void WriteFailure_FailedStack_NamesResourceReasonAndAdvice(int width)
    {
        var screen = new CapturedScreen(width);

        DeploymentRendering.WriteFailure(screen.Screen, new FailedDeployment(
            [Stacks[0], new("shop-dev-data", StackOutcome.Failed, 28, 12.04), new("shop-dev-api", StackOutcome.NotReached, 0, 0)],
            [
                new(
                    "shop-dev-data",
                    "QueueEmails7A1B2C3D",
                    "AWS::SQS::Queue",
                    "Resource of type 'AWS::SQS::Queue' with identifier 'shop-dev-emails' already exists. (RequestToken: 1, HandlerErrorCode: AlreadyExists)"),
            ],
            "",
            "/home/me/shop/.landfall/dev/deploy-20260301T120000Z.log"));

        Verify($"failed-{width}", screen);
    }

    [Fact]
    public void WriteFailure_CloudFormationWasNotReached_ShowsTheEndOfTheToolsOutput()
    {
        var screen = new CapturedScreen(120);

        DeploymentRendering.WriteFailure(screen.Screen, new FailedDeployment(
            [new("shop-dev-network", StackOutcome.NotReached, 0, 0)],
            [],
            "shop-dev-network: fail: no credentials\nUnable to resolve AWS account to use.",
            "/home/me/shop/.landfall/dev/deploy-20260301T120000Z.log"));

        Verify("failed-before-cloudformation", screen);
    }

    private static Task<int> RunAsync(CapturedScreen screen, params string[] line) =>
        LandfallCommandLine.Create(new CommandContext(screen.Screen, TimeProvider.System)).Parse(line).InvokeAsync(
            new() { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);

    private static void Verify(string name, CapturedScreen screen, string folder = "\0") =>
        GoldenFile.Verify($"tests/Landfall.Cli.Tests/Terminal/Golden/{name}.txt", screen.Text.Replace(folder, "FOLDER", StringComparison.Ordinal));
}
