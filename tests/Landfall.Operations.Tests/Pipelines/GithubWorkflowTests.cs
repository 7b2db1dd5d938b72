using Landfall.Operations.Builds;
using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class GithubWorkflowTests
{
    [Fact]
    public void Write_ShopPipeline_IsTheCommittedWorkflow() =>
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/github.yml", Workflow("github: {}, paths: [api/**], pullRequest: true").Write());

    [Fact]
    public void Write_Review_IsAJobThatRunsNoCodeOfThePullRequest()
    {
        var text = new GithubWorkflow("shop", ShopPipeline.Plan("github: {}, pullRequest: true", ", review: eu.amazon.nova-pro-v1:0")).Write();

        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/github-review.yml", text[text.IndexOf("  review:\n", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("  review:\n", Workflow("github: {}, pullRequest: true").Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ReviewThatMayFail_FailsTheRun()
    {
        var text = new GithubWorkflow("shop", ShopPipeline.Plan("github: {}, pullRequest: true", ", review: { model: amazon.nova-lite-v1:0, failOn: high, maxTokens: 9000 }")).Write();

        Assert.DoesNotContain("continue-on-error", text, StringComparison.Ordinal);
        Assert.Contains("--model amazon.nova-lite-v1:0 --region eu-west-1 --max-tokens 9000 --fail-on high --commit", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TagsInPlaceOfTheBranch_StartsAtTheirPushesOnly()
    {
        var text = Workflow("github: {}, tags: [v*], paths: [api/**]").Write();

        Assert.Contains("on:\n  push:\n    tags:\n      - 'v*'\npermissions:", text, StringComparison.Ordinal);
        Assert.DoesNotContain("branches", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryAction_IsPinnedToACommit()
    {
        var uses = Workflow("github: {}").Write().Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.True(uses.Count > 10);
        Assert.All(uses, line => Assert.Matches("^ +- uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+$", line));
    }

    [Fact]
    public async Task Write_StepThatFails_LeavesALogThatIsExplained()
    {
        RequiredTool.OrSkip("bash", "apt-get install bash");
        using var folder = new TemporaryFolder();
        folder.Write("dotnet", "#!/bin/sh\necho \"landfall.yaml:3:8 LF1105 'never' is not one of none.\" >&2\nexit 1\n");
        var steps = Workflow("github: {}").Write().Split("      - name: ");
        var check = string.Join('\n', steps.First(step => step.StartsWith("Check the file", StringComparison.Ordinal)).Split("run: |\n")[1].Split('\n').Select(line => line.Trim()));

        // As GitHub runs a step whose shell is bash.
        var start = new System.Diagnostics.ProcessStartInfo("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", check.Replace("dotnet ", $"sh {folder.Path}/dotnet ", StringComparison.Ordinal)]) { RedirectStandardOutput = true };
        start.Environment["RUNNER_TEMP"] = folder.Path;
        using var step = System.Diagnostics.Process.Start(start)!;
        await step.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await step.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual(0, step.ExitCode);
        var explanation = BuildExplainer.Explain(LogReader.Read(await File.ReadAllTextAsync(Path.Combine(folder.Path, "landfall.log"), TestContext.Current.CancellationToken)));
        Assert.Equal("landfall", explanation.Rule);
        Assert.EndsWith("dotnet landfall validate .", explanation.Step, StringComparison.Ordinal);
        Assert.Equal(6, steps.Count(text => text.StartsWith("Say why it failed", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_NoHashKnown_OnlyRestoresTheTool()
    {
        var text = new GithubWorkflow("shop", ShopPipeline.Plan("github: {}") with { PackageHash = null }).Write();

        Assert.Contains("dotnet tool restore\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sha512", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Trust_RepositoryWithoutNumbers_IsItsNameBranchAndEnvironments()
    {
        var pipeline = ShopPipeline.Plan("github: {}, branch: trunk");
        var file = new GithubWorkflow("shop", pipeline);

        Assert.Equal(["repo:acme/shop:ref:refs/heads/trunk"], file.Trust(pipeline.Stages[0]).Change);
        Assert.Equal(["repo:acme/shop:environment:dev", "repo:acme/shop:environment:dev-approval"], file.Trust(pipeline.Stages[0]).Deploy);
        Assert.Equal(["repo:acme/shop:environment:prod"], file.Trust(pipeline.Stages[1]).Deploy);
        Assert.Equal("sts.amazonaws.com", file.Trust(pipeline.Stages[0]).Audience);
    }

    [Fact]
    public void Trust_RepositoryWithNumbers_IsTheFormThatNobodyElseCanGet()
    {
        var pipeline = ShopPipeline.Plan("github: { ownerId: 17, repositoryId: 42 }, tags: [v*], pullRequest: true");
        var trust = new GithubWorkflow("shop", pipeline).Trust(pipeline.Stages[1]);

        Assert.Equal(["repo:acme@17/shop@42:ref:refs/tags/v*", "repo:acme@17/shop@42:pull_request"], trust.Change);
        Assert.Equal(["repo:acme@17/shop@42:environment:prod"], trust.Deploy);
    }

    private static GithubWorkflow Workflow(string source) => new("shop", ShopPipeline.Plan(source));
}
