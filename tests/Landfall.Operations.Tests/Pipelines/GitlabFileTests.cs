using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class GitlabFileTests
{
    [Fact]
    public void Write_ShopPipeline_IsTheCommittedFile() =>
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/gitlab.yml", File("gitlab: gitlab.com, paths: [api/**], pullRequest: true").Write());

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

    private static GitlabFile File(string source, string more = "") => new("shop", ShopPipeline.Plan(source, more));
}
