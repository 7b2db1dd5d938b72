using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class GithubPreviewTests
{
    [Fact]
    public void Write_ShopPipeline_IsTheCommittedWorkflow() =>
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/github-preview.yml", Text(", preview: true"));

    [Fact]
    public void Write_AnyJob_IsSkippedForAFork()
    {
        var jobs = Text(", preview: true").Split("\njobs:\n")[1].Split('\n').Where(line => line.Length > 2 && line.StartsWith("  ", StringComparison.Ordinal) && char.IsAsciiLetter(line[2])).ToList();
        var conditions = Text(", preview: true").Split('\n').Where(line => line.StartsWith("    if: ", StringComparison.Ordinal)).ToList();

        Assert.Equal(["  images-arm64:", "  deploy:", "  destroy:"], jobs);
        Assert.Equal(3, conditions.Count);
        Assert.All(conditions, condition => Assert.Contains("github.event.pull_request.head.repo.full_name == github.repository", condition, StringComparison.Ordinal));
        Assert.DoesNotContain("pull_request_target", Text(", preview: true"), StringComparison.Ordinal);
    }

    [Fact]
    public void More_NoPreviews_IsNoFile() =>
        Assert.Empty(new GithubWorkflow("shop", ShopPipeline.Plan("github: {}, pullRequest: true", ", preview: false")).More);

    [Fact]
    public void Trust_Previews_AreOneEnvironmentAndNoOtherIsWidened()
    {
        var pipeline = ShopPipeline.Plan("github: {}, pullRequest: true", ", preview: true");
        var file = new GithubWorkflow("shop", pipeline);

        Assert.Equal(["repo:acme/shop:environment:preview"], file.Trust(pipeline.Preview!).Deploy);
        Assert.DoesNotContain(pipeline.Stages.SelectMany(stage => file.Trust(stage).Deploy), subject => subject.Contains("preview", StringComparison.Ordinal));
    }

    private static string Text(string more) => Assert.Single(new GithubWorkflow("shop", ShopPipeline.Plan("github: {}, pullRequest: true", more)).More).Text;
}
