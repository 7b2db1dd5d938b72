using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Cli.Commands;
using Landfall.Cli.Terminal;

namespace Landfall.Cli.Tests.Commands;

/// <summary>
/// Every command that asks AWS, with an AWS that says who calls and refuses all else: what a person reads names the fault and what to do,
/// and nothing that could not be read is passed over.
/// </summary>
public sealed partial class RefusedByAwsTests(RefusingAws aws) : IClassFixture<RefusingAws>
{
    // They work on files, on this machine, or with another service than AWS.
    private static readonly string[] WithoutAws =
    [
        "approve", "build images", "check", "completion", "dashboard export grafana", "docs", "freeze", "graph", "handover", "incidents", "incidents ack", "init", "k8s diagnose", "list", "local run", "local start",
        "local status", "local stop", "mcp", "mcp config", "migrate compose", "migrate copilot", "pipeline export codepipeline", "pipeline export github", "pipeline export gitlab", "pipeline report", "pipeline review",
        "playbook list", "playbook show", "playbook test", "resize", "schema", "security", "spec new", "spec render", "synth", "validate",
    ];

    // What is said, and whether a command may go on with what else it could read.
    private static readonly Dictionary<string, (string Says, bool InPart)> Faults = new()
    {
        ["denied"] = ("The credentials lack the permission '", true),
        ["throttled"] = ("Landfall has tried several times", true),
        ["broken"] = ("Landfall has tried several times", true),
        ["expired"] = ("AWS does not accept the credentials", false),
        ["no credentials"] = ("aws sso login", false),
        ["another account"] = ("is in account 111111111111, but the credentials are of account 222222222222", false),
        ["silent"] = ("Check the network and any proxy", false),
        ["foreign"] = ("gave a web page in place of AWS's answer", false),
    };

    // They ask the account that the credentials are of, whichever it is.
    private static readonly string[] Anywhere = ["build explain ", "migrate ecs ", "pipeline "];

    /// <summary>The command lines of those that ask it, with a folder's place.</summary>
    public static TheoryData<string> Lines =>
    [
        "alarms {0} --env prod",
        "ask \"why is memory rising?\" {0} --env prod",
        "audit {0} --env prod",
        "build explain --build shop-pipeline-deploy-dev:0f1e2d3c",
        "connect emr monitor {0} --cluster j-2AXXXXXXGAPLF --env prod --yes",
        "context refresh {0} --env prod",
        "cost {0} --env prod --actual",
        "cp api:/tmp/heap.dump . {0} --env prod",
        "data discard orders shop-prod-orders-restored-20260301t120000z {0} --env prod --yes",
        "data restore orders {0} --env prod --at 2026-03-01T11:55Z",
        "data snapshot orders {0} --env prod",
        "data snapshots orders {0} --env prod",
        "deploy {0} --env prod --yes",
        "destroy {0} --env prod --yes",
        "diff {0} --env prod",
        "doctor {0} --env prod",
        "drift {0} --env prod",
        "env api {0} --env prod --dry-run",
        "events {0} --env prod",
        "exec api env {0} --env prod",
        "explain api {0} --env prod",
        "history {0} --env prod",
        "import audit {0} --env prod --dry-run",
        "logs {0} --env prod",
        "migrate ecs {0}/moved --cluster shop-prod --region eu-west-1 --dry-run",
        "network plan {0} --env prod",
        "open web {0} --env prod",
        "operate {0} --env prod --once",
        "outputs {0} --env prod",
        "pause mailer {0} --env prod --yes",
        "pipeline deploy {0} --yes",
        "pipeline destroy {0} --yes",
        "pipeline diff {0}",
        "queue peek emails {0} --env prod",
        "queue redrive emails {0} --env prod --yes",
        "release api {0} --env prod --image 1f3c9a2",
        "releases api {0} --env prod",
        "repair {0} --env prod --yes",
        "restart api {0} --env prod --yes",
        "resume mailer {0} --env prod",
        "rollback api {0} --env prod --yes",
        "rollout continue {0} --env prod --service api",
        "rollout rollback {0} --env prod --service api",
        "run api ./migrate.sh {0} --env prod",
        "scale api 3 {0} --env prod --yes",
        "secret list {0} --env prod",
        "secret rotate {0} --env prod --name session --yes",
        "secret set {0} --env prod --name stripe",
        "shell api {0} --env prod",
        "shift-away eu-west-1a {0} --env prod --for 3h --yes",
        "sleep {0} --env prod --yes",
        "spec check {0} --env prod --running",
        "status {0} --env prod",
        "top {0} --env prod",
        "tune {0} --env prod",
        "tunnel orders {0} --env prod --port 15432",
        "unlock {0} --env prod --yes",
        "wake {0} --env prod",
    ];

    /// <summary>Each fault with each of the lines.</summary>
    public static TheoryData<string, string> FaultsAndLines => [.. Faults.Keys.SelectMany(fault => Lines.Select(line => line.Data)
        .Where(line => fault != "another account" || !Anywhere.Any(line.StartsWith)).Select(line => (fault, line)))];

    [Fact]
    public void Lines_AndCommandsWithoutAws_AreAllCommands()
    {
        var root = Root(Screen.OfProcess());
        var asking = Lines.Select(line => PathOf(root.Parse(Words(line.Data)).CommandResult.Command));

        Assert.Equal(Runnable(root).Select(PathOf).Order(StringComparer.Ordinal), asking.Concat(WithoutAws).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(FaultsAndLines))]
    public async Task RunAsync_AwsRefuses_SaysWhyAndWhatToDo(string fault, string line)
    {
        aws.Fault = fault;
        using var missing = fault == "no credentials" ? aws.WithoutCredentials() : null;
        using var text = new StringWriter();
        var screen = new Screen(Screen.Console(text, redirected: true, lossy: false, _ => null), Screen.Console(text, redirected: true, lossy: false, _ => null), Interactive: false) { Input = new StringReader("value") };

        var code = await LandfallProgram.RunAsync(Root(screen), Words(line), screen);

        TestContext.Current.TestOutputHelper?.WriteLine(text.ToString());
        Assert.Contains(Faults[fault].Says, text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotMatch(StackTrace(), text.ToString());
        Assert.InRange(code, Faults[fault].InPart ? ExitCode.Done : ExitCode.UserError, ExitCode.UserError);
    }

    private string[] Words(string line) => [.. CommandLineParser.SplitCommandLine(string.Format(CultureInfo.InvariantCulture, line, aws.Project))];

    private static RootCommand Root(Screen screen) => LandfallCommandLine.Create(new CommandContext(screen, new HurriedTime()));

    private static IEnumerable<Command> Runnable(Command command) => command.Subcommands.SelectMany(Runnable).Concat(command.Action is null ? [] : [command]);

    private static string PathOf(Command command) => HelpWithExamples.PathOf(command)["landfall ".Length..];

    [GeneratedRegex(@"^   at ", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
