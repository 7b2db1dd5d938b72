using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class GitlabPreviewTests
{
    [Fact]
    public void Write_Previews_AreTwoJobsAtTheEndOfTheFile()
    {
        var text = Text(", preview: true");

        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/gitlab-preview.yml", text[text.IndexOf("deploy-preview:\n", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("preview", Text(""), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Previews_HaveTheirImagesBuiltInPipelinesOfMergeRequestsOnly() =>
        Assert.Contains(" --env dev --env prod${CI_MERGE_REQUEST_IID:+ --env pr-$CI_MERGE_REQUEST_IID}\n", Text(", preview: true"), StringComparison.Ordinal);

    [Fact]
    public void Trust_Previews_AreAnyBranchOfTheProjectAndNothingReads()
    {
        var pipeline = ShopPipeline.Plan("gitlab: gitlab.com, pullRequest: true", ", preview: true");
        var trust = new GitlabFile("shop", pipeline).Trust(pipeline.Preview!);

        Assert.Equal(["project_path:acme/shop:ref_type:branch:ref:*"], trust.Deploy);
        Assert.Empty(trust.Change);
    }

    private static string Text(string more) => new GitlabFile("shop", ShopPipeline.Plan("gitlab: gitlab.com, pullRequest: true", more)).Write();
}
