using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Handover;
using Landfall.Operations.Init;
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

    private Task<HandedOver> HandOverAsync(string service, ProjectKind? kind, bool dryRun = false) => new HandoverOperation().RunAsync(
        new HandoverParameters(service, _team, _system, Environment: null, kind, dryRun), Agreed.ToNothing,
        new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken));

    private string Read(string file) => File.ReadAllText(Path.Combine(_team, file));
}
