namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>A team's repository is written, and its build is run against the local AWS.</summary>
[LongRun]
public sealed class TeamBuildTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Repository = "123456789012.dkr.ecr.us-east-1.amazonaws.com/team/dev/api";

    private static readonly Dictionary<string, string?> Credentials = new() { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" };

    [Fact]
    public async Task Run_OfTheRepositoryThatWasHandedOver_ReleasesWhatPassesAndNothingElse()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        RequiredTool.OrSkip("node", "https://nodejs.org");
        RequiredTool.OrSkip("aws", "pip install awscli");
        var system = cloud.Project("""
            app: team
            region: us-east-1
            environments: { dev: { account: "123456789012" } }
            network: { nat: none }
            services:
              api: { type: internal, image: { released: true }, scale: { min: 2, max: 2 } }
            """);
        await cloud.DeployAsync(system, "dev");
        var team = cloud.Project("");
        File.Delete(Path.Combine(team, "landfall.yaml"));
        (await cloud.LandfallAsync("handover", "api", system, "--to", team, "--kind", "node", "--sign", "team_release")).Succeeded();

        // Its pipeline is a stack that CloudFormation takes.
        await cloud.AwsAsync(
            "cloudformation", "create-stack", "--stack-name", "team-dev-api-delivery", "--capabilities", "CAPABILITY_IAM",
            "--template-body", $"file://{Path.Combine(team, "delivery.template.json")}",
            "--parameters", "ParameterKey=Connection,ParameterValue=arn:aws:codeconnections:us-east-1:123456789012:connection/0", "ParameterKey=Repository,ParameterValue=acme/api");
        Assert.Equal("CREATE_COMPLETE", (string)(await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", "team-dev-api-delivery"))["Stacks"]![0]!["StackStatus"]!);

        // Somebody says no: what was built is in the repository, and not released.
        string? asked = null;
        using (var build = new TeamBuild(team, "f0", cloud.VariablesOnAws(Credentials)) { Approves = text => (asked = text) is null })
        {
            Assert.False(await build.RunAsync());
            Assert.Equal("Release the commit f0?", asked);
            Assert.DoesNotContain(build.Called, IsRelease);
        }

        Assert.Equal((0, "none"), await RunsAsync());

        // The repository as it is handed over passes its own build, and is released.
        using (var build = Build(team, "a1"))
        {
            Assert.True(await build.RunAsync(), build.Said);
            Assert.Contains("dotnet landfall release api --app team --env dev --image a1", build.Called);
            Assert.Equal(
                [$"notation sign --force-referrers-tag=false --plugin com.amazonaws.signer.notation.plugin --id arn:aws:signer:us-east-1:123456789012:/signing-profiles/team_release {Repository}@sha256:{string.Concat(Enumerable.Repeat("a1", 32))}"],
                build.Called.Where(IsSignature));
            Assert.Contains("<testsuite", await File.ReadAllTextAsync(Path.Combine(team, "reports", "junit.xml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(team, "bom", "sbom.spdx.json")));
        }

        var good = await RunsAsync();
        Assert.Equal((2, $"{Repository}@sha256:{string.Concat(Enumerable.Repeat("a1", 32))}"), good);

        // The same commit again pushes nothing twice.
        using (var build = Build(team, "a1"))
        {
            Assert.True(await build.RunAsync(), build.Said);
            Assert.DoesNotContain(build.Called, IsPush);
            Assert.DoesNotContain(build.Called, IsExplanation);
        }

        // A failing test.
        var program = Path.Combine(team, "server.js");
        var right = await File.ReadAllTextAsync(program, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(program, right.Replace("? 200 :", "? 500 :", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await StopsBeforeThePushAsync(team, "b2");

        // What the lint finds.
        await File.WriteAllTextAsync(program, right + "}\n", TestContext.Current.CancellationToken);
        await StopsBeforeThePushAsync(team, "c3");

        // An image with vulnerabilities is in the repository, and not released.
        await File.WriteAllTextAsync(program, right, TestContext.Current.CancellationToken);
        using (var build = new TeamBuild(team, "d4", cloud.VariablesOnAws(Credentials)) { Found = "None\t2" })
        {
            Assert.False(await build.RunAsync());
            Assert.Contains("The image has vulnerabilities (CRITICAL, HIGH): None\t2", build.Said, StringComparison.Ordinal);
            Assert.Contains(build.Called, IsPush);
            Assert.DoesNotContain(build.Called, IsSignature);
            Assert.DoesNotContain(build.Called, IsRelease);
        }

        Assert.Equal(good, await RunsAsync());

        // Mended.
        using (var build = Build(team, "e5"))
            Assert.True(await build.RunAsync(), build.Said);
        Assert.Equal((2, $"{Repository}@sha256:{string.Concat(Enumerable.Repeat("e5", 32))}"), await RunsAsync());
    }

    [Fact]
    public async Task Run_TestsThatAreSplit_RunsEachShareWithEachVersionBeforeTheImage()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        RequiredTool.OrSkip("node", "https://nodejs.org");
        RequiredTool.OrSkip("aws", "pip install awscli");
        var system = cloud.Project("""
            app: split
            region: us-east-1
            environments: { dev: { account: "123456789012" } }
            network: { nat: none }
            services:
              api: { type: internal, image: { released: true } }
            """);
        var team = cloud.Project("");
        File.Delete(Path.Combine(team, "landfall.yaml"));
        (await cloud.LandfallAsync("handover", "api", system, "--to", team, "--kind", "node", "--runtime", "22", "--runtime", "24", "--shards", "2")).Succeeded();
        await cloud.AwsAsync(
            "cloudformation", "create-stack", "--stack-name", "split-dev-api-delivery", "--capabilities", "CAPABILITY_IAM",
            "--template-body", $"file://{Path.Combine(team, "delivery.template.json")}",
            "--parameters", "ParameterKey=Connection,ParameterValue=arn:aws:codeconnections:us-east-1:123456789012:connection/0", "ParameterKey=Repository,ParameterValue=acme/api");
        Assert.Equal("CREATE_COMPLETE", (string)(await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", "split-dev-api-delivery"))["Stacks"]![0]!["StackStatus"]!);
        var second = Path.Combine(team, "test", "total.test.js");
        await File.WriteAllTextAsync(second, Test("throw new Error('in the second share')"), TestContext.Current.CancellationToken);

        // The first version's first share passes, its second does not: nothing after it runs.
        string[] both = ["tests 0/2: test/server.test.js ", "tests 1/2: test/total.test.js "];
        using (var build = Build(team, "a1"))
        {
            Assert.False(await build.RunAsync());
            Assert.Equal(both, build.Called.Where(IsShare));
            Assert.Contains("in the second share", build.Said, StringComparison.Ordinal);
            Assert.DoesNotContain(build.Called, IsImage);
        }

        // Mended, both shares run with both versions, and then the build of the image.
        await File.WriteAllTextAsync(second, Test(""), TestContext.Current.CancellationToken);
        using var mended = Build(team, "a2");
        await mended.RunAsync();
        Assert.Equal([.. both, .. both], mended.Called.Where(IsShare));
        Assert.Contains(mended.Called.SkipWhile(call => call != both[1]), IsImage);

        static string Test(string body) => $"import {{ test }} from 'node:test';\ntest('one', () => {{ {body} }});\n";

        static bool IsShare(string call) => call.StartsWith("tests ", StringComparison.Ordinal);

        static bool IsImage(string call) => call.StartsWith("aws sts get-caller-identity", StringComparison.Ordinal);
    }

    private async Task StopsBeforeThePushAsync(string team, string commit)
    {
        using var build = Build(team, commit);
        Assert.False(await build.RunAsync());
        Assert.DoesNotContain(build.Called, IsPush);
        Assert.DoesNotContain(build.Called, IsRelease);
        Assert.Single(build.Called, IsExplanation);
    }

    private static bool IsExplanation(string call) => call == "dotnet landfall build explain --build team:1";

    private TeamBuild Build(string team, string commit) => new(team, commit, cloud.VariablesOnAws(Credentials));

    private static bool IsSignature(string call) => call.StartsWith("notation ", StringComparison.Ordinal);

    private static bool IsPush(string call) => call.Contains("--push", StringComparison.Ordinal);

    private static bool IsRelease(string call) => call.Contains("landfall release", StringComparison.Ordinal);

    /// <summary>How many tasks the service is to run, and of which image.</summary>
    private async Task<(int Tasks, string Image)> RunsAsync()
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "team-dev", "--services", "api"))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return ((int)service["desiredCount"]!, (string)definition["containerDefinitions"]![0]!["image"]!);
    }
}
