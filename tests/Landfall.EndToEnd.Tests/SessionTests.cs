using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>
/// Sessions in tasks, with a program in the place of AWS's plugin that notes what it is started with: the local AWS has no containers
/// that it could reach.
/// </summary>
public sealed class SessionTests(LocalCloud cloud) : IClassFixture<LocalCloud>, IDisposable
{
    private const string File = """
        app: inside
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        databases: { orders: { engine: aurora-postgresql } }
        services:
          api: { type: web, image: nginx:1, port: 8080, uses: [orders], exec: true }
          shut: { type: web, image: nginx:1, port: 8081, path: /shut }
        """;

    private const string Plugin = """
        #!/bin/sh
        if [ "$1" = "--version" ]; then echo "$PLUGIN_VERSION"; exit 0; fi
        printf '%s\n' "$@" > "$PLUGIN_FOLDER/arguments"
        printf '%s' "$AWS_SSM_START_SESSION_RESPONSE" > "$PLUGIN_FOLDER/session"
        cat
        exit 7
        """;

    private readonly TemporaryFolder _plugin = new();

    public void Dispose() => _plugin.Dispose();

    [Fact]
    public async Task Sessions_OfADeployedService_AreHandedToThePluginWithTheTerminal()
    {
        var folder = cloud.Project(File);
        await cloud.DeployAsync(folder, "dev");
        Assert.Contains("LF5273 'session-manager-plugin' is needed", (await cloud.LandfallAsync("shell", "api", folder, "--local")).Error, StringComparison.Ordinal);
        _plugin.Write("session-manager-plugin", Plugin.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(Path.Combine(_plugin.Path, "session-manager-plugin"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        // A shell: what is typed reaches the program, its exit code is Landfall's, and the token is in no list of processes.
        var shell = await AttachAsync("1.2.553.0", "whoami\n", "shell", "api", folder, "--local");
        Assert.Equal((7, "whoami\n"), (shell.ExitCode, shell.Output));
        var given = Given();
        var task = (await cloud.AwsAsync("ecs", "describe-tasks", "--cluster", "inside-dev", "--tasks", await TaskAsync()))["tasks"]![0]!;
        var target = $"ecs:inside-dev_{((string)task["taskArn"]!).Split('/')[^1]}_{task["containers"]![0]!["runtimeId"]}";
        Assert.Equal(["AWS_SSM_START_SESSION_RESPONSE", "us-east-1", "StartSession", "", $$"""{"Target":"{{target}}"}""", cloud.Endpoint], given);
        Assert.StartsWith("ecs-execute-command-", (string)JsonNode.Parse(Noted("session"))!["SessionId"]!, StringComparison.Ordinal);

        // An older plugin takes the session itself.
        Assert.Equal(7, (await AttachAsync("1.2.497.0", "", "exec", "api", "ls -l", folder, "--local")).ExitCode);
        Assert.StartsWith("wss://ssmmessages.us-east-1.amazonaws.com/", (string)JsonNode.Parse(Given()[0])!["StreamUrl"]!, StringComparison.Ordinal);

        // A tunnel to the database, through the task that may reach it.
        var host = (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", "/inside/dev/databases/orders/host"))["Parameter"]!["Value"]!;
        var tunnel = await AttachAsync("1.2.553.0", "", "tunnel", "orders", folder, "--local", "--port", "15432");
        Assert.Contains($"127.0.0.1:15432 leads to {host}:5432", string.Join(' ', tunnel.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var request = JsonNode.Parse(Given()[4])!;
        Assert.Equal((target, "AWS-StartPortForwardingSessionToRemoteHost", host, "5432", "15432"),
            ((string)request["Target"]!, (string)request["DocumentName"]!, (string)request["Parameters"]!["host"]![0]!, (string)request["Parameters"]!["portNumber"]![0]!, (string)request["Parameters"]!["localPortNumber"]![0]!));

        // As JSON it is a ticket, to which nobody has attached.
        var ticket = JsonNode.Parse((await cloud.LandfallAsync("tunnel", "api", folder, "--local", "--json")).Succeeded().Output)!;
        Assert.Equal(("AWS-StartPortForwardingSession", 8080), ((string)ticket["request"]!["DocumentName"]!, (int)ticket["tunnel"]!["localPort"]!));
        Assert.NotEmpty((string)ticket["session"]!["tokenValue"]!);

        var shut = await cloud.LandfallAsync("exec", "shut", "ls", folder, "--local", "--json");
        Assert.Equal((1, "LF5272"), (shut.ExitCode, (string)JsonNode.Parse(shut.Output)!["error"]!["code"]!));
    }

    private async Task<ProgramResult> AttachAsync(string version, string typed, params string[] line)
    {
        var variables = cloud.VariablesOnAws(new Dictionary<string, string?>
        {
            ["PATH"] = $"{_plugin.Path}:{Environment.GetEnvironmentVariable("PATH")}",
            ["PLUGIN_FOLDER"] = _plugin.Path,
            ["PLUGIN_VERSION"] = version,
        });
        using var program = RunningProgram.Start("dotnet", [Repository.Cli, .. line], variables, input: typed);
        return await program.EndAsync();
    }

    private string Noted(string file) => System.IO.File.ReadAllText(Path.Combine(_plugin.Path, file));

    private string[] Given() => Noted("arguments").TrimEnd('\n').Split('\n');

    private async Task<string> TaskAsync() =>
        (string)(await cloud.AwsAsync("ecs", "list-tasks", "--cluster", "inside-dev", "--service-name", "api"))["taskArns"]![0]!;
}
