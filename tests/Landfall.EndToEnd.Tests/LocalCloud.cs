using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>
/// The command line with a local AWS and a home folder of its own, and the AWS CLI to look at the outcome from outside.
/// </summary>
public sealed class LocalCloud : IAsyncLifetime
{
    private readonly string _home = Directory.CreateTempSubdirectory("landfall-home-").FullName;
    private readonly List<string> _folders = [];

    // The function of checks, which the local AWS runs as Lambda would; compiled for Lambda it may be an older one.
    private readonly string _hookStandIn = Directory.CreateTempSubdirectory("landfall-hooks-").FullName;

    /// <summary>The local AWS's endpoint.</summary>
    public string Endpoint { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_hookStandIn, "bootstrap"), $"#!/bin/sh\nexec dotnet '{Repository.HookProgram}'\n");
        (await LandfallAsync("local", "start")).Succeeded();
        var status = JsonNode.Parse((await LandfallAsync("local", "status", "--json")).Succeeded().Output)!;
        Endpoint = (string)status["endpoint"]!;
    }

    public async ValueTask DisposeAsync()
    {
        await LandfallAsync("local", "stop");
        foreach (var folder in _folders.Append(_home).Append(_hookStandIn))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs the command line.</summary>
    public Task<ProgramResult> LandfallAsync(params string[] arguments) =>
        ProgramRun.RunAsync("dotnet", [Repository.Cli, .. arguments], Environment());

    /// <summary>Runs the command line as if the local AWS were AWS, with variables besides its own.</summary>
    public Task<ProgramResult> LandfallOnAwsAsync(IReadOnlyDictionary<string, string?> variables, params string[] arguments) =>
        ProgramRun.RunAsync("dotnet", [Repository.Cli, .. arguments], VariablesOnAws(variables));

    /// <summary>The variables with which the local AWS is AWS for programs, and others besides.</summary>
    public IReadOnlyDictionary<string, string?> VariablesOnAws(IReadOnlyDictionary<string, string?> variables)
    {
        var all = Environment();
        all["AWS_ENDPOINT_URL"] = Endpoint;
        all["AWS_EC2_METADATA_DISABLED"] = "true";
        foreach (var (name, value) in variables)
            all[name] = value;
        return all;
    }

    /// <summary>Runs the command line with something on its standard input.</summary>
    public async Task<ProgramResult> LandfallFedAsync(string input, params string[] arguments)
    {
        using var running = RunningProgram.Start("dotnet", [Repository.Cli, .. arguments], Environment(), input: input);
        return await running.EndAsync();
    }

    /// <summary>Starts the command line.</summary>
    internal RunningProgram Start(params string[] arguments) =>
        RunningProgram.Start("dotnet", [Repository.Cli, .. arguments], Environment());

    /// <summary>Runs the command line at a terminal, on which somebody types; what the terminal shows is the output.</summary>
    internal async Task<ProgramResult> AtTerminalAsync(string typed, params string[] arguments)
    {
        var command = string.Join(' ', arguments.Prepend(Repository.Cli).Prepend("dotnet").Select(word => $"'{word}'"));
        using var program = RunningProgram.Start("script", ["-qefc", command, "/dev/null"], Environment(), input: typed);
        return await program.EndAsync();
    }

    /// <summary>Runs the AWS CLI against the local AWS and parses its JSON.</summary>
    public async Task<JsonNode> AwsAsync(params string[] arguments) =>
        JsonNode.Parse((await AwsTextAsync(arguments)).Succeeded().Output is { Length: > 0 } json ? json : "{}")!;

    /// <summary>Runs the AWS CLI against the local AWS.</summary>
    public Task<ProgramResult> AwsTextAsync(params string[] arguments)
    {
        RequiredTool.OrSkip("aws", "pip install awscli");
        return ProgramRun.RunAsync(
            "aws",
            // By option: the CLI looks for some services (SQS, RDS) at their old global names in spite of AWS_ENDPOINT_URL.
            [.. arguments, "--output", "json", "--endpoint-url", Endpoint],
            new Dictionary<string, string?>
            {
                ["AWS_ACCESS_KEY_ID"] = "test",
                ["AWS_SECRET_ACCESS_KEY"] = "test",
                ["AWS_DEFAULT_REGION"] = "us-east-1",
                ["AWS_PAGER"] = "",
                ["AWS_DISABLE_REQUEST_COMPRESSION"] = "true", // moto reads no compressed request
            });
    }

    /// <summary>Puts an hourly value for twenty days, by the AWS CLI.</summary>
    public async Task MeasureAsync(string cluster, string service, double cpu, double memory)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("landfall-metrics-").FullName, "metrics.json");
        var hour = DateTime.UtcNow.Date;
        var data = Enumerable.Range(0, 20 * 24).SelectMany(ago => new[] { ("CPUUtilization", cpu), ("MemoryUtilization", memory) }.Select(one => new
        {
            MetricName = one.Item1,
            Dimensions = new[] { new { Name = "ClusterName", Value = cluster }, new { Name = "ServiceName", Value = service } },
            Timestamp = hour.AddHours(-ago).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            Value = one.Item2,
            Unit = "Percent",
        }));
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(data), TestContext.Current.CancellationToken);
        await AwsAsync("cloudwatch", "put-metric-data", "--namespace", "AWS/ECS", "--metric-data", $"file://{file}");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    /// <summary>Copies a sample, so that a test may change it and nothing is left in the checkout.</summary>
    public string CopySample(string name)
    {
        var target = Directory.CreateTempSubdirectory($"landfall-{name}-").FullName;
        _folders.Add(target);
        foreach (var file in Directory.EnumerateFiles(Repository.Sample(name), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Repository.Sample(name), file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(p => p is ".landfall" or "bin" or "obj" or "dist"))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(target, relative))!);
            File.Copy(file, Path.Combine(target, relative));
        }

        return target;
    }

    /// <summary>Writes a project of one file.</summary>
    public string Project(string yaml)
    {
        var folder = Directory.CreateTempSubdirectory("landfall-project-").FullName;
        _folders.Add(folder);
        File.WriteAllText(Path.Combine(folder, "landfall.yaml"), yaml);
        return folder;
    }

    /// <summary>Deploys to the local AWS and reads the report.</summary>
    public async Task<JsonNode> DeployAsync(string folder, string environment, params string[] more)
    {
        var result = await LandfallAsync(["deploy", folder, "--env", environment, "--local", "--yes", "--accept", "all", "--json", .. more]);
        return JsonSerializer.Deserialize<JsonNode>(result.Succeeded().Output)!;
    }

    /// <summary>Each stack's outcome in a report.</summary>
    public static IReadOnlyDictionary<string, string> Outcomes(JsonNode report) =>
        report["stacks"]!.AsArray().ToDictionary(s => (string)s!["stack"]!, s => (string)s!["outcome"]!);

    /// <summary>The variables of the command line.</summary>
    public IReadOnlyDictionary<string, string?> Variables => Environment();

    private Dictionary<string, string?> Environment() => new()
    {
        ["LANDFALL_HOME"] = _home,
        ["LANDFALL_SYNTH_HOST"] = Repository.SynthHost,
        ["LANDFALL_TOOLS"] = Repository.Tools,
        ["LANDFALL_HOOKS"] = _hookStandIn,
        ["AWS_PROFILE"] = null,

        // A person's terminal, even where the tests run on a build server, on which facts are never looked up.
        ["CI"] = null,

        // A host in a copied sample is built against this checkout, with its package sources.
        ["LandfallSource"] = Repository.Root,
        ["RestoreConfigFile"] = Path.Combine(Repository.Root, "nuget.config"),
    };
}
