using Landfall.Operations.Auditing;

namespace Landfall.Operations.Tests.Auditing;

public sealed class BuildServerRunTests
{
    [Theory]
    [InlineData("GITHUB_ACTOR=octocat GITHUB_SERVER_URL=https://github.com GITHUB_REPOSITORY=acme/shop GITHUB_RUN_ID=7", "octocat, https://github.com/acme/shop/actions/runs/7")]
    [InlineData("GITLAB_USER_LOGIN=ann CI_JOB_URL=https://gitlab.com/acme/shop/-/jobs/7", "ann, https://gitlab.com/acme/shop/-/jobs/7")]
    [InlineData("CODEBUILD_INITIATOR=codepipeline/shop-pipeline CODEBUILD_BUILD_ID=shop:7", "codepipeline/shop-pipeline, shop:7")]
    [InlineData("CI=true", null)]
    public void Find_Variables_GivesWhoAndWhich(string variables, string? expected) =>
        Assert.Equal(expected, BuildServerRun.Find(variables.Split(' ').Select(pair => pair.Split('=', 2)).ToDictionary(p => p[0], p => p[1]).GetValueOrDefault));

    [Theory]
    [InlineData("0f1e2d3c", "0f1e2d3c")]
    [InlineData("", null)]
    public void Commit_OfCodeBuild_IsWhatItResolved(string version, string? expected) =>
        Assert.Equal(expected, BuildServerRun.Commit(name => name == "CODEBUILD_RESOLVED_SOURCE_VERSION" ? version : null));
}
