using System.CommandLine;
using System.Text.Json.Nodes;
using Landfall.Cli.Commands;
using Landfall.Cli.Tests.Terminal;
using Landfall.Config;
using Landfall.Operations;
using Landfall.Operations.Deployment;

namespace Landfall.Cli.Tests.Commands;

/// <summary>What a script gets on standard output: one JSON document, however a command ends.</summary>
public sealed class JsonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CapturedScreen _screen = new(120);

    private static IEnumerable<Command> Leaves => All(Root(new CapturedScreen(120))).Where(c => c.Subcommands.Count == 0);

    public static TheoryData<string> Commands => [.. Leaves.Select(Path)];

    public static TheoryData<string> CommandsOfAProject => [.. Leaves.Where(c => c.Arguments.Any(a => a.Name == "folder") && Path(c) is not ("init" or "mcp config" or "migrate copilot" or "migrate compose" or "migrate ecs" or "pipeline review" or "security")).Select(Path)];

    public static TheoryData<string> CommandsOfAnEnvironment => [.. Leaves.Where(c => c.Options.Any(o => o.Name == "--env") && Path(c) is not ("migrate compose" or "migrate ecs" or "security")).Select(Path)];

    public static TheoryData<string, int> Ends => new()
    {
        { "a place to mend", ExitCode.UserError },
        { "no such file", ExitCode.UserError },
        { "no permission", ExitCode.UserError },
        { "no way to AWS", ExitCode.UserError },
        { "no answer in time", ExitCode.UserError },
        { "stopped", ExitCode.Cancelled },
        { "stopped while stacks were deployed", ExitCode.Cancelled },
        { "a bug", ExitCode.Bug },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task RunAsync_UnknownOption_GivesTheErrorAsJson(string command)
    {
        var error = await FailAsync(ExitCode.Usage, [.. Line(command), "--nonsense", "--json"]);

        Assert.Equal(ErrorCodes.NotACommandLine, (string?)error["code"]);
        Assert.Contains("--nonsense", (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownCommand_GivesTheErrorAsJson()
    {
        var error = await FailAsync(ExitCode.Usage, ["deplo", "--json"]);

        Assert.Contains("did you mean 'deploy'?", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CommandsOfAProject))]
    public async Task RunAsync_NoFile_GivesTheErrorAsJson(string command)
    {
        var error = await FailAsync(ExitCode.UserError, [.. Line(command), _folder.Path, "--json"]);

        Assert.Equal(ErrorCodes.FileMissing, (string?)error["code"]);
    }

    [Theory]
    [MemberData(nameof(CommandsOfAProject))]
    public async Task RunAsync_InvalidFile_GivesEveryProblemAsJson(string command)
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: nowhere\nenvironments: { dev: {} }\nservices: { api: { type: web } }\n");

        var error = await FailAsync(ExitCode.UserError, [.. Line(command), _folder.Path, "--json"]);

        Assert.Equal(ErrorCodes.FileInvalid, (string?)error["code"]);
        Assert.InRange(Problems(error).Count, 2, 20);
        Assert.All(Problems(error), p => Assert.StartsWith("LF1", (string?)p!["code"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(CommandsOfAnEnvironment))]
    public async Task RunAsync_UnknownEnvironment_GivesTheErrorAsJson(string command)
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nqueues: { emails: {} }\n");

        var error = await FailAsync(ExitCode.UserError, [.. Line(command), _folder.Path, "--env", "moon", "--json"]);

        Assert.StartsWith("LF1", (string?)error["code"], StringComparison.Ordinal);
        Assert.Contains("moon", (string?)error["message"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task RunAsync_EveryEndOfAnOperation_IsJson(string end, int exitCode)
    {
        var door = new Door<NoParameters, NoParameters>(new(_screen.Screen, TimeProvider.System), new ThrowingOperation(Exception(end)))
        {
            Read = _ => new NoParameters(),
            Render = (_, _) => { },
        };

        Assert.Equal(exitCode, await LandfallProgram.RunAsync(new RootCommand { door }, ["throw", "--json"], _screen.Screen));

        var error = JsonNode.Parse(_screen.Data)!["error"]!;
        Assert.Matches("^LF[0-9]{4}$", (string?)error["code"]);
        Assert.NotEmpty((string)error["message"]!);
        Assert.NotEmpty(_screen.Talk);
    }

    [Fact]
    public async Task RunAsync_DeploymentFailed_HasStacksFailuresAndLog()
    {
        var failed = new LandfallException(ErrorCodes.DeploymentFailed, "The deployment failed.")
        {
            Details = new FailedDeployment(
                [new("shop-dev-data", StackOutcome.Failed, 28, 12.04)], [new("shop-dev-data", "Queue", "AWS::SQS::Queue", "It exists.")], "", "/tmp/deploy.log"),
        };
        var door = new Door<NoParameters, NoParameters>(new(_screen.Screen, TimeProvider.System), new ThrowingOperation(failed))
        {
            Read = _ => new NoParameters(),
            Render = (_, _) => { },
        };

        await LandfallProgram.RunAsync(new RootCommand { door }, ["throw", "--json"], _screen.Screen);

        var error = JsonNode.Parse(_screen.Data)!["error"]!;
        Assert.Equal("Queue", (string?)error["failures"]![0]!["resource"]);
        Assert.Equal("failed", (string?)error["stacks"]![0]!["outcome"]);
        Assert.Equal("/tmp/deploy.log", (string?)error["logFile"]);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("graph")]
    [InlineData("validate")]
    public async Task RunAsync_Succeeding_GivesOneDocument(string command)
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: us-east-1\nenvironments: { dev: {} }\nqueues: { emails: {} }\n");

        Assert.Equal(ExitCode.Done, await LandfallProgram.RunAsync(Root(_screen), [command, _folder.Path, "--json"], _screen.Screen));

        Assert.Null(JsonNode.Parse(_screen.Data)!["error"]);
    }

    private static Exception Exception(string end) => end switch
    {
        "a place to mend" => new LandfallException(ErrorCodes.UnknownStack, "No such stack."),
        "no such file" => new FileNotFoundException("Could not find file '/a'."),
        "no permission" => new UnauthorizedAccessException("Access to the path '/a' is denied."),
        "no way to AWS" => new HttpRequestException("Connection refused"),
        "no answer in time" => new TaskCanceledException("Too slow.", new TimeoutException()),
        "stopped" => new OperationCanceledException(),
        "stopped while stacks were deployed" => new InterruptedDeploymentException("  shop-dev-api: UPDATE_IN_PROGRESS", CancellationToken.None),
        _ => new InvalidOperationException("Impossible."),
    };

    private static JsonArray Problems(JsonNode error) => (error["problems"] ?? error.Root["problems"])!.AsArray();

    private static RootCommand Root(CapturedScreen screen) => LandfallCommandLine.Create(new CommandContext(screen.Screen, TimeProvider.System));

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    /// <summary>A command with whatever it requires, up to its folder.</summary>
    private static IEnumerable<string> Line(string path)
    {
        var command = Leaves.Single(leaf => Path(leaf) == path);
        return [
            .. path.Split(' '),
            .. command.Options.Where(option => option.Required).SelectMany(option => new[] { option.Name, "given" }),
            .. command.Arguments.TakeWhile(argument => argument.Name != "folder").Where(argument => command.Arguments.Any(other => other.Name == "folder")).Select(argument => argument.ValueType == typeof(long) ? "1" : "given"),
        ];
    }

    private static string Path(Command command) => HelpWithExamples.PathOf(command)["landfall ".Length..];

    private async Task<JsonNode> FailAsync(int exitCode, string[] line)
    {
        Assert.Equal(exitCode, await LandfallProgram.RunAsync(Root(_screen), line, _screen.Screen));
        return JsonNode.Parse(_screen.Data)!["error"]!;
    }
}
