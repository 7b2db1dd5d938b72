using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>
/// A run of a team's pipeline as its repository describes it: the stages in order, a build's phases in one shell, to the first
/// that fails. Docker and ECR's scan are stand-ins; an image that is pushed is in the local AWS then. Calls are recorded.
/// </summary>
internal sealed class TeamBuild : IDisposable
{
    private static readonly string[] Phases = ["install", "pre_build", "build"];
    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-build-").FullName;
    private readonly string _repository;
    private string _tag = "";
    private readonly Dictionary<string, string?> _environment;

    public TeamBuild(string repository, string commit, IReadOnlyDictionary<string, string?> environment)
    {
        _repository = repository;
        _environment = new(environment)
        {
            ["PATH"] = $"{Path.Combine(_folder, "bin")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["CODEBUILD_BUILD_ID"] = "team:1",
            ["CODEBUILD_RESOLVED_SOURCE_VERSION"] = commit,
            ["NODE_TEST_CONTEXT"] = null,
            ["TMPDIR"] = _folder,
            ["XDG_CONFIG_HOME"] = Path.Combine(_folder, "config"),
        };
        var digest = $"sha256:{string.Concat(Enumerable.Repeat(commit, 64))[..64]}";
        WriteProgram("dotnet", $"""
            echo "dotnet $*" >> '{Calls}'
            case "$1" in
              tool) exit 0 ;;
              landfall) shift; exec '{Program("dotnet")}' '{Repository.Cli}' "$@" ;;
            esac
            """);
        WriteProgram("docker", $$"""
            echo "docker $*" >> '{{Calls}}'
            case "$*" in
              *--push*) '{{Program("aws")}}' ecr put-image --repository-name "$REPOSITORY" --image-tag {{commit}} --image-digest {{digest}} --image-manifest '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","layers":[{"digest":"{{digest}}","size":1}]}' --endpoint-url "$AWS_ENDPOINT_URL" ;;
              *dest=image*) mkdir -p image; echo '{}' > image/sbom.spdx.json ;;
            esac
            """);
        WriteProgram("aws", $"""
            echo "aws $*" >> '{Calls}'
            case "$*" in
              *get-login-password*) echo secret ;;
              *imageScanStatus.status*) echo COMPLETE ;;
              *findingSeverityCounts*) cat '{Path.Combine(_folder, "found")}' ;;
              *) exec '{Program("aws")}' "$@" --endpoint-url "$AWS_ENDPOINT_URL" ;;
            esac
            """);
        // Go names a program by its folder; notation signs with the plugin that lies where it looks for it.
        WriteProgram("go", $$"""
            echo "go $*" >> '{{Calls}}'
            name=$(basename "${2%@*}")
            printf '#!/bin/sh\ntest -x "$XDG_CONFIG_HOME/notation/plugins/com.amazonaws.signer.notation.plugin/notation-com.amazonaws.signer.notation.plugin" && echo "%s $*" >> "%s"\n' "$name" '{{Calls}}' > "$GOBIN/$name"
            chmod +x "$GOBIN/$name"
            """);
        // What CodeBuild's program does (AWS CodeBuild User Guide, "Use the codebuild-tests-run CLI command"): each build has its share of the files, by their names.
        WriteProgram("codebuild-tests-run", $$"""
            while [ $# -gt 0 ]; do
              case "$1" in
                --test-command) command="$2" ;;
                --files-search) search="$2" ;;
              esac
              shift 2
            done
            files=$(sh -c "$search" | sort | awk -v of="${SHARD#*/}" -v mine="${SHARD%/*}" 'NF && (NR - 1) % of == mine' | tr '\n' ' ')
            echo "tests $SHARD: $files" >> '{{Calls}}'
            [ -z "$files" ] || exec sh -c "$command $files"
            """);
        Found = "None\tNone";
        File.WriteAllText(Calls, "");
    }

    /// <summary>How many findings the scan has, CRITICAL and HIGH.</summary>
    public string Found { init => File.WriteAllText(Path.Combine(_folder, "found"), value + "\n"); }

    /// <summary>What the build said.</summary>
    public string Said { get; private set; } = "";

    /// <summary>The calls of programs.</summary>
    public IReadOnlyList<string> Called => File.ReadAllLines(Calls);

    private string Calls => Path.Combine(_folder, "calls");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Answers the approval, whose text is given.</summary>
    public Func<string, bool> Approves { get; init; } = _ => true;

    /// <summary>Runs the repository's pipeline, stage by stage, to the end or to the first that fails.</summary>
    public async Task<bool> RunAsync()
    {
        var resources = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_repository, "delivery.template.json"), TestContext.Current.CancellationToken))!["Resources"]!;
        foreach (var stage in resources["Pipeline"]!["Properties"]!["Stages"]!.AsArray())
        {
            foreach (var action in (stage!["Fn::If"]?[1] ?? stage)["Actions"]!.AsArray())
            {
                var passes = (string)action!["ActionTypeId"]!["Provider"]! switch
                {
                    "CodeStarSourceConnection" => true,
                    "Manual" => Approves(Resolve((string)action["Configuration"]!["CustomData"]!)),
                    _ => await BuildAsync((string)resources[(string)action["Configuration"]!["ProjectName"]!["Ref"]!]!["Properties"]!["Source"]!["BuildSpec"]!, action),
                };
                if (!passes)
                    return false;
            }
        }

        return true;
    }

    private string Resolve(string text) => text.Replace("#{Build.TAG}", _tag, StringComparison.Ordinal);

    private async Task<bool> BuildAsync(string file, JsonNode action)
    {
        var read = await ProgramRun.RunAsync(
            "python3", ["-c", "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))", Path.Combine(_repository, file)], new Dictionary<string, string?>());
        var spec = JsonNode.Parse(read.Succeeded().Output)!;
        var environment = new Dictionary<string, string?>(_environment);
        foreach (var (name, value) in spec["env"]!["variables"]!.AsObject())
            environment[name] = (string)value!;
        foreach (var variable in JsonNode.Parse((string?)action["Configuration"]!["EnvironmentVariables"] ?? "[]")!.AsArray())
            environment[(string)variable!["name"]!] = Resolve((string)variable["value"]!);
        Assert.Equal((string?)action["Configuration"]!["BatchEnabled"] == "true", spec["batch"] is not null);
        var shards = (int?)spec["batch"]?["build-fanout"]?["parallelism"] ?? 1;
        for (var shard = 0; shard < shards; shard++)
        {
            environment["SHARD"] = $"{shard}/{shards}";
            if (!await BuildAsync(spec, environment))
                return false;
        }

        return true;
    }

    private async Task<bool> BuildAsync(JsonNode spec, Dictionary<string, string?> environment)
    {
        var tag = Path.Combine(_folder, "tag");
        var commands = Phases.Where(phase => spec["phases"]![phase] is not null).SelectMany(phase => PipelineRun.Phase(phase, spec["phases"]![phase]!))
            .Append($"printenv TAG > '{tag}' || true");
        var result = await ProgramRun.RunAsync("bash", ["-c", string.Join('\n', commands.Prepend("set -e"))], environment, _repository);
        Said = result.Error + result.Output;
        if (result.ExitCode != 0)
            return false;
        _tag = (await File.ReadAllTextAsync(tag, TestContext.Current.CancellationToken)).Trim();
        return true;
    }

    private static string Program(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).First(File.Exists);

    private void WriteProgram(string name, string script)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "bin")).FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
