using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Handover;
using Landfall.Operations.Init;
using Landfall.Operations.Processes;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Handover;

public sealed class HandoverOperationTests : IDisposable
{
    private readonly string _system = Directory.CreateTempSubdirectory("landfall-system-").FullName;
    private readonly string _team = Directory.CreateTempSubdirectory("landfall-team-").FullName;

    public HandoverOperationTests() => File.WriteAllText(Path.Combine(_system, "landfall.yaml"), """
        app: shop
        region: eu-west-1
        environments: { dev: {} }
        services:
          api: { type: web, image: { released: true } }
          old: { type: internal, image: { build: . } }
        """);

    public void Dispose()
    {
        Directory.Delete(_system, recursive: true);
        Directory.Delete(_team, recursive: true);
    }

    [Theory]
    [InlineData("Node", "server.js", "npm run lint", "node --test --test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination=reports/junit.xml")]
    [InlineData("Python", "main.py", ".venv/bin/ruff check --exclude .venv .", ".venv/bin/python -m pytest --junitxml=reports/junit.xml")]
    [InlineData("Go", "main.go", "go vet ./...", "go run gotest.tools/gotestsum@v1.12.0 --junitfile reports/junit.xml ./...")]
    public async Task Run_EmptyFolder_WritesAProgramThatTheBuildChecks(string kind, string program, string lint, string test)
    {
        var given = await HandOverAsync("api", Enum.Parse<ProjectKind>(kind));

        Assert.Empty(given.Kept);
        Assert.Contains(program, given.Written);
        Assert.Contains("Dockerfile", given.Written);
        Assert.All(given.Written, file => Assert.DoesNotContain("{{", Read(file), StringComparison.Ordinal));
        var build = Read("buildspec.yml").Split('\n');
        Assert.Contains($"      - {lint}", build);
        Assert.Contains($"      - {test}", build);
        Assert.Contains("    file-format: JUNITXML", build);
        Assert.True(Array.IndexOf(build, $"      - {test}") < Array.FindIndex(build, line => line.Contains("--push", StringComparison.Ordinal)));
        Assert.Contains("      - dotnet landfall release api --app shop --env dev --image \"$TAG\"", Read("release.yml").Split('\n'));
        Assert.DoesNotContain(build, line => line.Contains("post_build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_FilesThatAreThere_AreKept()
    {
        File.WriteAllText(Path.Combine(_team, "pom.xml"), "<project/>");
        File.WriteAllText(Path.Combine(_team, "README.md"), "ours");

        var given = await HandOverAsync("api", kind: null);

        Assert.Equal(["README.md"], given.Kept);
        Assert.Equal("ours", Read("README.md"));
        Assert.Contains("      - mvn --batch-mode verify", Read("buildspec.yml").Split('\n'));
        Assert.Contains("package-ecosystem: maven", Read(".github/dependabot.yml"), StringComparison.Ordinal);
        Assert.Empty((await HandOverAsync("api", kind: null)).Written);
    }

    [Fact]
    public async Task Run_DryRun_WritesNothing()
    {
        var given = await HandOverAsync("api", ProjectKind.Node, dryRun: true);

        Assert.NotEmpty(given.Written);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_team));
    }

    [Theory]
    [InlineData("old", "Node", ErrorCodes.NotReleasable)]
    [InlineData("none", "Node", ErrorCodes.NotReleasable)]
    [InlineData("api", null, ErrorCodes.AnswerNeeded)]
    [InlineData("api", "Ruby", ErrorCodes.AnswerNeeded)]
    public async Task Run_WhatCannotBeHandedOver_IsRefused(string service, string? kind, string code)
    {
        var error = await Assert.ThrowsAsync<LandfallException>(() => HandOverAsync(service, kind is null ? null : Enum.Parse<ProjectKind>(kind)));

        Assert.Equal(code, error.Code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_team));
    }

    [Fact]
    public async Task Delivery_OfTheService_MayPushAndReleaseItAlone()
    {
        await HandOverAsync("api", ProjectKind.Node);

        var resources = JsonNode.Parse(Read("delivery.template.json"))!["Resources"]!;
        var (build, release) = (resources["BuildRole"]!.ToJsonString(), resources["ReleaseRole"]!.ToJsonString());
        Assert.Contains("ecr:PutImage", build, StringComparison.Ordinal);
        Assert.DoesNotContain("cloudformation:", build, StringComparison.Ordinal);
        Assert.DoesNotContain("ecr:PutImage", release, StringComparison.Ordinal);
        Assert.Contains("stack/shop-dev-api/*", release, StringComparison.Ordinal);
        Assert.DoesNotContain("shop-dev-*", release, StringComparison.Ordinal);
        Assert.Equal((true, false), ((bool)Environment("BuildProject")["PrivilegedMode"]!, (bool)Environment("ReleaseProject")["PrivilegedMode"]!));

        JsonNode Environment(string project) => resources[project]!["Properties"]!["Environment"]!;
    }

    [Fact]
    public async Task Run_SeveralVersionsAndBuilds_TestsEachOfThemBeforeTheImage()
    {
        var given = await HandOverAsync("api", ProjectKind.Node, runtimes: ["22", "24", "24"], shards: 3);

        Assert.Contains("tests-22.yml", given.Written);
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Handover/tests-24.yml", Read("tests-24.yml"));
        Assert.Equal(Read("tests-24.yml").Replace("24", "22", StringComparison.Ordinal), Read("tests-22.yml"));
        var build = Read("buildspec.yml");
        Assert.DoesNotContain("node --test", build, StringComparison.Ordinal);
        Assert.DoesNotContain("reports:", build, StringComparison.Ordinal);
        Assert.Contains("      - npm run lint", build, StringComparison.Ordinal);
        Assert.Contains("the source, `tests-22.yml` and `tests-24.yml` (the tests, split over 3 builds), `buildspec.yml` (install, lint, the image", Read("README.md"), StringComparison.Ordinal);

        var resources = JsonNode.Parse(Read("delivery.template.json"))!["Resources"]!;
        var stages = resources["Pipeline"]!["Properties"]!["Stages"]!.AsArray();
        Assert.Equal(["Source", "Test", "Build"], stages.Take(3).Select(stage => (string)stage!["Name"]!));
        Assert.Equal(["""{"ProjectName":{"Ref":"TestProject22"},"BatchEnabled":"true"}""", """{"ProjectName":{"Ref":"TestProject24"},"BatchEnabled":"true"}"""], stages[1]!["Actions"]!.AsArray().Select(action => action!["Configuration"]!.ToJsonString()));
        Assert.Equal("tests-24.yml", (string?)resources["TestProject24"]!["Properties"]!["Source"]!["BuildSpec"]);
        Assert.Equal("${BatchRole.Arn}", (string?)resources["TestProject24"]!["Properties"]!["BuildBatchConfig"]!["ServiceRole"]!["Fn::Sub"]);
        Assert.Contains("\"codebuild:RetryBuild\",\"codebuild:StartBuild\",\"codebuild:StopBuild\"],\"Resource\":[{\"Fn::Sub\":\"${TestProject22.Arn}\"},{\"Fn::Sub\":\"${TestProject24.Arn}\"}]", resources["BatchPolicy"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("codebuild:StartBuildBatch", resources["PipelineRole"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("ecr:", resources["TestRole"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("report-group/*-tests*", resources["TestRole"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SeveralVersionsAlone_AreBuildsBesideOneAnother()
    {
        await HandOverAsync("api", ProjectKind.Python, runtimes: ["3.13", "3.14"]);

        Assert.Contains("      python: \"3.13\"", Read("tests-3.13.yml").Split('\n'));
        Assert.Contains("      - .venv/bin/python -m pytest --junitxml=reports/junit.xml", Read("tests-3.13.yml").Split('\n'));
        Assert.DoesNotContain("batch:", Read("tests-3.13.yml"), StringComparison.Ordinal);
        var resources = JsonNode.Parse(Read("delivery.template.json"))!["Resources"]!.AsObject();
        Assert.Equal(["""{"ProjectName":{"Ref":"TestProject313"}}""", """{"ProjectName":{"Ref":"TestProject314"}}"""], resources["Pipeline"]!["Properties"]!["Stages"]![1]!["Actions"]!.AsArray().Select(action => action!["Configuration"]!.ToJsonString()));
        Assert.DoesNotContain(resources, pair => pair.Key.StartsWith("Batch", StringComparison.Ordinal));
        Assert.DoesNotContain("Batch\"", resources["PipelineRole"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Go", "go list ./...", "gotest.tools/gotestsum@v1.12.0 --junitfile reports/junit.xml --")]
    [InlineData("Python", "find . -regextype posix-extended -name .venv -prune -o -type f -regex '.*/(test_[^/]*|[^/]*_test)\\.py' -print | sed 's|^[.]/||'", ".venv/bin/python -m pytest --junitxml=reports/junit.xml")]
    public async Task Run_SeveralBuilds_SplitTheTestsByWhatTheRunnerTakes(string kind, string search, string command)
    {
        var given = await HandOverAsync("api", Enum.Parse<ProjectKind>(kind), shards: 2);

        var tests = Read(Assert.Single(given.Written, file => file.StartsWith("tests-", StringComparison.Ordinal)));
        Assert.Contains($"          --files-search \"{search}\" \\", tests.Split('\n'));
        Assert.Contains($"{command}\" \\", tests, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Node", "22", 0, "from 1 to 50")]
    [InlineData("Node", "22", 51, "from 1 to 50")]
    [InlineData("Node", "22\n", 1, "is not a version of a language")]
    [InlineData("Node", "22; rm", 1, "'22; rm' is not a version of a language")]
    [InlineData("Java", null, 2, "'mvn --batch-mode verify', which takes no list of files")]
    public async Task Run_TestsThatCannotBeSpread_AreRefused(string kind, string? runtime, int shards, string message)
    {
        if (kind == "Java")
            File.WriteAllText(Path.Combine(_team, "pom.xml"), "<project/>");

        var error = await Assert.ThrowsAsync<LandfallException>(() => HandOverAsync("api", kind == "Java" ? null : Enum.Parse<ProjectKind>(kind), runtimes: runtime is null ? [] : [runtime], shards: shards));

        Assert.Equal(ErrorCodes.TestMatrix, error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(_team), file => file.EndsWith(".yml", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("node --test", "test/a.js test/deep/b.mjs src/c.test.js src/d-test.cjs test-e.js test.js", "src/f.js src/g.spec.js node_modules/h.test.js latest.js")]
    [InlineData("vitest", "src/a.test.ts src/b.spec.jsx", "test/c.ts src/d.ts node_modules/x/e.test.js")]
    [InlineData("jest", "__tests__/a.js src/b.test.tsx src/spec.js", "src/c.js node_modules/x/__tests__/d.js")]
    public async Task Run_SeveralBuildsOfNode_FindTheFilesThatTheRunnerWould(string script, string found, string others)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The search is for GNU find.");
        File.WriteAllText(Path.Combine(_team, "package.json"), $$"""{ "scripts": { "test": "{{script}}", "start": "node a.js" }, "devDependencies": { "jest-junit": "1" } }""");
        foreach (var name in found.Split(' ').Concat(others.Split(' ')))
        {
            Directory.CreateDirectory(Path.Combine(_team, Path.GetDirectoryName(name)!));
            File.WriteAllText(Path.Combine(_team, name), "");
        }

        await HandOverAsync("api", kind: null, shards: 2);

        var search = Read("tests-24.yml").Split('\n').Single(line => line.Contains("--files-search", StringComparison.Ordinal)).Trim();
        var run = await ProcessRunner.RunAsync(new ProcessSpec("sh", ["-c", search["--files-search \"".Length..^3]]) { Folder = _team }, null, TestContext.Current.CancellationToken);
        Assert.Equal(found.Split(' ').Order(StringComparer.Ordinal), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_SeveralBuildsOfATestScriptThatNamesFiles_AreRefused()
    {
        File.WriteAllText(Path.Combine(_team, "package.json"), """{ "scripts": { "test": "node --test unit/*.js", "start": "node a.js" } }""");

        Assert.Equal(ErrorCodes.TestMatrix, (await Assert.ThrowsAsync<LandfallException>(() => HandOverAsync("api", kind: null, shards: 2))).Code);
    }

    [Fact]
    public async Task Run_JavaWithVersions_NamesThemAsCodeBuildDoes()
    {
        File.WriteAllText(Path.Combine(_team, "pom.xml"), "<project/>");

        await HandOverAsync("api", kind: null, runtimes: ["21"]);

        Assert.Contains("      java: \"corretto21\"", Read("tests-corretto21.yml").Split('\n'));
    }

    [Theory]
    [InlineData(null, ".github/dependabot.yml")]
    [InlineData("Dependabot", ".github/dependabot.yml")]
    [InlineData("Renovate", "renovate.json")]
    public async Task Run_WithWhoeverProposesUpdates_WritesTheFileOfThatOne(string? updates, string file)
    {
        var given = await HandOverAsync("api", ProjectKind.Node, updates: updates is null ? null : Enum.Parse<DependencyUpdates>(updates));

        Assert.Equal([file], given.Written.Where(name => name is ".github/dependabot.yml" or "renovate.json"));
        if (file == "renovate.json")
            Assert.Equal("""["config:recommended","schedule:weekly"]""", JsonNode.Parse(Read(file))!["extends"]!.ToJsonString());
    }

    [Theory]
    [InlineData("shop_release", "arn:aws:signer:eu-west-1:${AWS::AccountId}:/signing-profiles/shop_release", "arn:aws:signer:eu-west-1:${REGISTRY%%.*}:/signing-profiles/shop_release")]
    [InlineData("arn:aws:signer:eu-west-1:111122223333:/signing-profiles/release", "arn:aws:signer:eu-west-1:111122223333:/signing-profiles/release", "arn:aws:signer:eu-west-1:111122223333:/signing-profiles/release")]
    public async Task Run_WithASigningProfile_SignsWhatHasPassedWithItAlone(string given, string allowed, string used)
    {
        await HandOverAsync("api", ProjectKind.Node, sign: given);

        var build = Read("buildspec.yml");
        Assert.Contains($"          --id \"{used}\" \"$REGISTRY/$REPOSITORY@$DIGEST\"", build.Split('\n'));
        var last = build.IndexOf("The image has vulnerabilities", StringComparison.Ordinal);
        Assert.InRange(build.IndexOf("notation\" sign", StringComparison.Ordinal), last, build.IndexOf("export PASSED=build", StringComparison.Ordinal));
        Assert.Contains("      golang: \"1.25\" # makes what signs", build.Split('\n'));
        Assert.Contains("the bill of materials, the signature)", Read("README.md"), StringComparison.Ordinal);
        var resources = JsonNode.Parse(Read("delivery.template.json"))!["Resources"]!;
        var statement = resources["BuildRole"]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Single(one => one!.ToJsonString().Contains("signer:", StringComparison.Ordinal))!;
        Assert.Equal("""["signer:SignPayload"]""", statement["Action"]!.ToJsonString());
        Assert.Equal([allowed], statement["Resource"]!.AsArray().Select(one => (string?)(one as JsonObject)?["Fn::Sub"] ?? (string?)one));
        Assert.DoesNotContain("signer:", resources["ReleaseRole"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WithASigningProfile_WritesTheSameBuildEachTime()
    {
        await HandOverAsync("api", ProjectKind.Go, sign: "shop_release");

        GoldenFile.Verify("tests/Landfall.Operations.Tests/Handover/signed-go.yml", Read("buildspec.yml"));
    }

    [Fact]
    public async Task Run_WithoutASigningProfile_NeitherSignsNorMayDoSo()
    {
        await HandOverAsync("api", ProjectKind.Node);

        Assert.DoesNotContain("notation", Read("buildspec.yml"), StringComparison.Ordinal);
        Assert.DoesNotContain("golang", Read("buildspec.yml"), StringComparison.Ordinal);
        Assert.DoesNotContain("signer:", Read("delivery.template.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("shop-release")]
    [InlineData("shop_release\n")]
    [InlineData("$(id)")]
    [InlineData("arn:aws:signer:us-east-1:111122223333:/signing-profiles/release")]
    [InlineData("arn:aws-cn:signer:eu-west-1:111122223333:/signing-profiles/release")]
    [InlineData("arn:aws:signer:eu-west-1:111122223333:/signing-profiles/release/0123456789")]
    [InlineData("arn:aws:signer:eu-west-1:*:/signing-profiles/*")]
    public async Task Run_WhatIsNoSigningProfileOfTheRegion_IsRefused(string given)
    {
        var error = await Assert.ThrowsAsync<LandfallException>(() => HandOverAsync("api", ProjectKind.Node, sign: given));

        Assert.Equal(ErrorCodes.SigningProfile, error.Code);
        Assert.Contains("arn:aws:signer:eu-west-1:123456789012:/signing-profiles/release", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_team));
    }

    private Task<HandedOver> HandOverAsync(string service, ProjectKind? kind, bool dryRun = false, IReadOnlyList<string>? runtimes = null, int? shards = null, string? sign = null, DependencyUpdates? updates = null) => new HandoverOperation().RunAsync(
        new HandoverParameters(service, _team, _system, Environment: null, kind, runtimes ?? [], shards, sign, updates, dryRun), Agreed.ToNothing,
        new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken));

    private string Read(string file) => File.ReadAllText(Path.Combine(_team, file));
}
