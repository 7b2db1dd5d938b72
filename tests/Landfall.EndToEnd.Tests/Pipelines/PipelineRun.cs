using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>
/// A run of a pipeline as its deployed template describes it: the stages in order, the projects' commands in a shell in a folder
/// of their own, variables and artifacts handed on, conditions judged, approvals asked for. Calls of programs are recorded.
/// </summary>
internal sealed class PipelineRun : IDisposable
{
    private readonly JsonObject _resources;
    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-run-").FullName;
    private readonly Dictionary<string, string> _artifacts = [];
    private readonly Dictionary<string, string> _variables = new() { ["codepipeline.PipelineExecutionId"] = "run-1" };
    private readonly IReadOnlyDictionary<string, string?> _environment;

    public PipelineRun(JsonNode template, string source, IReadOnlyDictionary<string, string?> environment)
    {
        _resources = template["Resources"]!.AsObject();
        _artifacts["Source"] = source;
        _environment = environment;
        WriteProgram("dotnet", $"""
            echo "dotnet $*" >> '{Calls}'
            case "$1" in
              tool) exit 0 ;;
              landfall)
                shift
                if [ "$1 $2 $3" = "build explain --build" ] && [ -e '{Path.Combine(_folder, "log")}' ]; then exec '{Dotnet}' '{Repository.Cli}' build explain '{Path.Combine(_folder, "log")}'; fi
                exec '{Dotnet}' '{Repository.Cli}' "$@" ;;
            esac
            exec '{Dotnet}' "$@"
            """);
        WriteProgram("aws", $"""
            echo "aws $*" >> '{Calls}'
            case "$2" in
              get-pipeline-execution) cat '{Path.Combine(_folder, "kind")}' ;;
              list-action-executions) case "$*" in *CommitId*) echo {Commit} ;; *Failed*) cat '{Path.Combine(_folder, "failed")}' ;; *) cat '{Path.Combine(_folder, "approvals")}' ;; esac ;;
              get-connection) case "$*" in *ProviderType*) echo GitHubEnterpriseServer ;; *) echo arn:aws:codeconnections:us-east-1:123456789012:host/hub ;; esac ;;
              get-host) cat '{Path.Combine(_folder, "host")}' ;;
              *) exit 1 ;;
            esac
            """);
        WriteProgram("podman", $"""
            echo "podman $1" >> '{Calls}'
            exec '{Found("podman")}' "$@"
            """);
        Kind = "STANDARD";
        File.WriteAllText(Path.Combine(_folder, "approvals"), "0\n");
        File.WriteAllText(Path.Combine(_folder, "failed"), "");
        File.WriteAllText(Calls, "");
    }

    /// <summary>Answers an approval, whose text is given.</summary>
    public Func<string, bool> Approves { get; init; } = _ => throw new InvalidOperationException("Nobody was to be asked.");

    /// <summary>What CodePipeline says the execution is.</summary>
    public string Kind { init => File.WriteAllText(Path.Combine(_folder, "kind"), value + "\n"); }

    /// <summary>Where the server is that the connection is to.</summary>
    public string Host { init => File.WriteAllText(Path.Combine(_folder, "host"), value + "\n"); }

    /// <summary>The pipeline of the template that runs.</summary>
    public string Name { get; init; } = "Pipeline";

    /// <summary>Reads a secret.</summary>
    public Func<string, Task<string>> Secret { get; init; } = name => throw new InvalidOperationException($"Nobody was to read {name}.");

    /// <summary>What became of each stage, in order.</summary>
    public List<string> Stages { get; } = [];

    /// <summary>What the last project said.</summary>
    public string Said { get; private set; } = "";

    /// <summary>The calls of programs so far.</summary>
    public IReadOnlyList<string> Called => File.ReadAllLines(Calls);

    /// <summary>The commit of the source.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static string Dotnet { get; } = Found("dotnet");

    private string Calls => Path.Combine(_folder, "calls");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Runs stage by stage, to the end or to the first that fails.</summary>
    public async Task<bool> RunAsync()
    {
        foreach (var stage in _resources[Name]!["Properties"]!["Stages"]!.AsArray())
        {
            var name = (string)stage!["Name"]!;
            if (stage["BeforeEntry"]?["Conditions"]?[0] is { } condition && !Holds(condition["Rules"]![0]!))
            {
                Stages.Add($"{name}: {(string)condition["Result"]!}");
                continue;
            }

            var succeeded = true;
            foreach (var action in stage["Actions"]!.AsArray())
            {
                if (succeeded && !await ActAsync(action!))
                {
                    succeeded = false;
                    await File.WriteAllTextAsync(Path.Combine(_folder, "log"), Said, TestContext.Current.CancellationToken);
                    // An approval that is refused is no build.
                    if (action!["Configuration"]?["ProjectName"]?["Ref"] is { } project)
                        await File.AppendAllTextAsync(Path.Combine(_folder, "failed"), $"{name}\t{action["Name"]}\t{project}:1\n", TestContext.Current.CancellationToken);
                }
            }

            Stages.Add($"{name}: {(succeeded ? "succeeded" : "failed")}");
            if (!succeeded)
                return false;
        }

        return true;
    }

    /// <summary>Runs what EventBridge starts once the run has failed.</summary>
    public Task<bool> TellAsync()
    {
        var rule = _resources["Failed"]!["Properties"]!;
        Assert.Equal((string)_resources[Name]!["Properties"]!["Name"]!, (string)rule["EventPattern"]!["detail"]!["pipeline"]![0]!);
        var target = rule["Targets"]![0]!;
        var project = _resources.Single(resource => resource.Key.EndsWith("Project", StringComparison.Ordinal) && ((string)target["Arn"]!).EndsWith($":project/{(string)resource.Value!["Properties"]!["Name"]!}", StringComparison.Ordinal)).Key;
        var input = JsonNode.Parse(((string)target["InputTransformer"]!["InputTemplate"]!).Replace("<execution>", "\"run-1\"", StringComparison.Ordinal))!;
        return BuildAsync(new JsonObject
        {
            ["Configuration"] = new JsonObject { ["ProjectName"] = new JsonObject { ["Ref"] = project }, ["EnvironmentVariables"] = input["environmentVariablesOverride"]!.ToJsonString() },
            ["InputArtifacts"] = new JsonArray(),
        });
    }

    /// <summary>Runs one stage's project alone, with the artifacts that there are.</summary>
    public Task<bool> BuildAsync(string stage) =>
        ActAsync(_resources["Pipeline"]!["Properties"]!["Stages"]!.AsArray().Single(one => (string)one!["Name"]! == stage)!["Actions"]![0]!);

    private async Task<bool> ActAsync(JsonNode action)
    {
        switch ((string)action["ActionTypeId"]!["Provider"]!)
        {
            case "CodeStarSourceConnection":
                if ((string?)action["Namespace"] is { } space)
                    _variables[$"{space}.CommitId"] = Commit;
                return true;
            case "Manual":
                var approved = Approves(Resolve((string)action["Configuration"]!["CustomData"]!));
                await File.WriteAllTextAsync(Path.Combine(_folder, "approvals"), approved ? "1\n" : "0\n", TestContext.Current.CancellationToken);
                return approved;
            case "CodeBuild":
                return await BuildAsync(action);
            default:
                throw new InvalidOperationException($"{action} is an action that no test knows.");
        }
    }

    private async Task<bool> BuildAsync(JsonNode action)
    {
        var project = (string)action["Configuration"]!["ProjectName"]!["Ref"]!;
        var spec = JsonNode.Parse((string)_resources[project]!["Properties"]!["Source"]!["BuildSpec"]!)!;
        var inputs = action["InputArtifacts"]!.AsArray().Select(input => (string)input!["Name"]!).ToList();
        var work = Directory.CreateDirectory(Path.Combine(_folder, $"{project}-{Stages.Count}")).FullName;
        if (inputs.Count > 0)
            Copy(_artifacts[inputs[0]], work);
        var environment = new Dictionary<string, string?>(_environment)
        {
            ["PATH"] = $"{Path.Combine(_folder, "bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["CODEBUILD_BUILD_ID"] = $"{project}:1",
            ["CODEBUILD_BUILD_URL"] = $"https://example.com/{project}",
        };
        foreach (var (name, value) in spec["env"]!["variables"]!.AsObject())
            environment[name] = (string)value!;
        foreach (var secret in _resources[project]!["Properties"]!["Environment"]!["EnvironmentVariables"]?.AsArray() ?? [])
            environment[(string)secret!["Name"]!] = (string)secret["Type"]! == "SECRETS_MANAGER" ? await Secret((string)secret["Value"]!) : (string)secret["Value"]!;
        environment["CODEBUILD_SRC_DIR"] = work;
        foreach (var variable in JsonNode.Parse((string)action["Configuration"]!["EnvironmentVariables"]!)!.AsArray())
            environment[(string)variable!["name"]!] = Resolve((string)variable["value"]!);
        foreach (var input in inputs.Skip(1))
            environment[$"CODEBUILD_SRC_DIR_{input}"] = _artifacts[input];

        var exported = (spec["env"]!["exported-variables"]?.AsArray() ?? []).Select(name => (string)name!).ToList();
        var commands = new[] { "install", "build" }.SelectMany(phase => Phase(phase, spec["phases"]![phase]!))
            .Concat(exported.Select(name => $"printf '%s' \"${name}\" > '{_folder}/{name}'"));
        var result = await ProgramRun.RunAsync("bash", ["-c", string.Join('\n', commands.Prepend("set -e"))], environment, work);
        Said = result.Error + result.Output;
        if (result.ExitCode != 0)
            return false;

        foreach (var name in exported)
            _variables[$"{(string)action["Namespace"]!}.{name}"] = await File.ReadAllTextAsync(Path.Combine(_folder, name), TestContext.Current.CancellationToken);
        if (action["OutputArtifacts"]?[0] is { } output)
        {
            var kept = Directory.CreateDirectory(Path.Combine(_folder, $"artifact-{(string)output["Name"]!}")).FullName;
            if ((string?)spec["artifacts"]!["base-directory"] is { } folder)
                Copy(Path.Combine(work, folder), kept);
            else
                CopyFiles(spec["artifacts"]!["files"]!.AsArray().Select(file => (string)file!), work, kept);
            _artifacts[(string)output["Name"]!] = kept;
        }

        return true;
    }

    /// <summary>A phase's commands; what is run finally is run also where one of them fails.</summary>
    internal static IEnumerable<string> Phase(string name, JsonNode phase) =>
    [
        $"finally_{name}() {{\n:\n{string.Join('\n', (phase["finally"]?.AsArray() ?? []).Select(command => (string)command!))}\n}}",
        $"trap finally_{name} EXIT",
        .. phase["commands"]!.AsArray().Select(command => (string)command!),
        "trap - EXIT",
        $"finally_{name}",
    ];

    private bool Holds(JsonNode rule)
    {
        Assert.Equal(("VariableCheck", "EQ"), ((string)rule["RuleTypeId"]!["Provider"]!, (string)rule["Configuration"]!["Operator"]!));
        return Resolve((string)rule["Configuration"]!["Variable"]!) == (string)rule["Configuration"]!["Value"]!;
    }

    private string Resolve(string text) => Regex.Replace(text, "#\\{([^}]+)\\}", match => _variables[match.Groups[1].Value]);

    private void WriteProgram(string name, string script)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static string Found(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists) ?? program;

    private static void Copy(string from, string to) => CopyFiles(
        Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(from, file))
            .Where(file => !file.Contains($".landfall{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
        from,
        to);

    private static void CopyFiles(IEnumerable<string> files, string from, string to)
    {
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        }
    }
}
