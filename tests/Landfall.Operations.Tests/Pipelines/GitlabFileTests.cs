using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class GitlabFileTests
{
    [Fact]
    public void Write_ShopPipeline_IsTheCommittedFile() =>
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/gitlab.yml", File("gitlab: gitlab.com, paths: [api/**], pullRequest: true").Write());

    [Fact]
    public void Write_Review_IsAJobWithTheTokensAlone()
    {
        var text = File("gitlab: gitlab.com, pullRequest: true", ", review: eu.amazon.nova-pro-v1:0").Write();

        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/gitlab-review.yml", text[text.IndexOf("review:\n", StringComparison.Ordinal)..]);
        Assert.Contains("  allow_failure: false\n", File("gitlab: gitlab.com, pullRequest: true", ", review: { model: amazon.nova-lite-v1:0, failOn: low }").Write().Split("\nreview:\n")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Write_TagsAndQueue_StartsAtTheTagsAndCancelsNothing()
    {
        var text = File("gitlab: gitlab.example.com, tags: [v1.*]", ", mode: queued").Write();

        Assert.Contains("""  - if: '$CI_COMMIT_TAG =~ /^v1\.[^\/]*$/'""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CI_COMMIT_BRANCH", text, StringComparison.Ordinal);
        Assert.DoesNotContain("auto_cancel", text, StringComparison.Ordinal);
        Assert.DoesNotContain("tags: [", text, StringComparison.Ordinal); // of runners, whose names only the server knows
    }

    [Fact]
    public void Path_PipelineWithAName_IsAFileToInclude() =>
        Assert.Equal(".gitlab/landfall-release.gitlab-ci.yml", new GitlabFile("shop", ShopPipeline.Plan("gitlab: gitlab.com") with { Name = "release" }).Path);

    [Fact]
    public void Trust_Branch_IsTheProjectAndTheBranch()
    {
        var pipeline = ShopPipeline.Plan("gitlab: gitlab.example.com, branch: trunk");
        var trust = new GitlabFile("shop", pipeline).Trust(pipeline.Stages[0]);

        Assert.Equal(("gitlab.example.com", "https://gitlab.example.com"), (trust.Host, trust.Audience));
        Assert.Equal(["project_path:acme/shop:ref_type:branch:ref:trunk"], trust.Change);
        Assert.Equal(trust.Change, trust.Deploy);
    }

    [Fact]
    public void Trust_MergeRequests_MayReadFromAnyBranchAndDeployFromTheOne()
    {
        var pipeline = ShopPipeline.Plan("gitlab: gitlab.com, pullRequest: true");
        var trust = new GitlabFile("shop", pipeline).Trust(pipeline.Stages[1]);

        Assert.Equal("project_path:acme/shop:ref_type:branch:ref:*", trust.Change[^1]);
        Assert.Equal(["project_path:acme/shop:ref_type:branch:ref:main"], trust.Deploy);
    }

    [Fact]
    public void Write_MergeRequests_ReportsWhereTheTokenIsAndNoFilesAre()
    {
        var text = File("gitlab: gitlab.com, pullRequest: true").Write();
        var report = text[text.IndexOf("\nreport:\n", StringComparison.Ordinal)..];

        Assert.Contains("    GIT_STRATEGY: none\n", report, StringComparison.Ordinal);
        Assert.Contains("  environment:\n    name: landfall-report\n    action: access\n", report, StringComparison.Ordinal);
        Assert.Contains("  dependencies: [change-dev, change-prod]\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("extends", report, StringComparison.Ordinal);
        Assert.DoesNotContain("id_tokens", report, StringComparison.Ordinal);
        Assert.DoesNotContain("LANDFALL_PULL_TOKEN", text[..^report.Length], StringComparison.Ordinal);
        Assert.Equal("LANDFALL_PULL_TOKEN", File("gitlab: gitlab.com, pullRequest: true").Next[^1]);
    }

    [Fact]
    public void Write_MergeRequests_TellsWhyABuildFailedWhereTheTokenIs()
    {
        var text = File("gitlab: gitlab.com, pullRequest: true").Write();
        var report = text[text.IndexOf("\nreport-failure:\n", StringComparison.Ordinal)..];

        Assert.Contains("      when: on_failure\n", report, StringComparison.Ordinal);
        Assert.Contains("  dependencies: [build, images-arm64, change-dev, change-prod]\n", report, StringComparison.Ordinal);
        Assert.Contains(" --failure \"$CI_PROJECT_DIR/.landfall/failures-$CI_PIPELINE_ID\" ", report, StringComparison.Ordinal);
        Assert.Contains("    GIT_STRATEGY: none\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("extends", report, StringComparison.Ordinal);
        Assert.DoesNotContain("--change", report, StringComparison.Ordinal);
        Assert.Equal(4, text.Split("      - .landfall/failures-$CI_PIPELINE_ID/\n").Length - 1);
        Assert.Contains("| tee \".landfall/failures-$CI_PIPELINE_ID/failure-$CI_JOB_NAME.txt\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("failures-", File("gitlab: gitlab.com").Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoMergeRequests_ReportsNothing()
    {
        Assert.DoesNotContain("report", File("gitlab: gitlab.com").Write(), StringComparison.Ordinal);
        Assert.DoesNotContain("LANDFALL_PULL_TOKEN", File("gitlab: gitlab.com").Next);
    }

    [Fact]
    public void Write_TokenForAws_IsInNoTracedCommand()
    {
        var lines = File("gitlab: gitlab.com").Write().Split('\n');

        Assert.Contains(lines, line => line.StartsWith("    - 'printf", StringComparison.Ordinal) && line.Contains("LANDFALL_TOKEN", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.Contains("${LANDFALL_TOKEN", StringComparison.Ordinal)), line => Assert.StartsWith("    - '", line, StringComparison.Ordinal));
    }

    private static GitlabFile File(string source, string more = "") => new("shop", ShopPipeline.Plan(source, more));
}
