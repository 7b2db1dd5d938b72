using Landfall.Config;
using Landfall.Operations.Pipelines;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class PipelineGroundTests : IDisposable
{
    private const string Connection = "connection: arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_PipelineOnAws_StandsInThePlaceOfAnEnvironment()
    {
        Project(ShopPipeline.Yaml(Connection));

        var project = PipelineGround.Load(_folder.Path, null);

        Assert.Equal(("pipeline", "shop-pipeline"), (project.Plan.Environment, project.Plan.Prefix));
        Assert.Equal(("111111111111", "eu-west-1"), (project.Plan.Account, project.Plan.Region));
        Assert.Equal(LandfallVersion.Current, project.Plan.Pipeline!.Version);
        Assert.Empty(project.Plan.Services);
        Assert.Equal("/landfall/locks/shop/pipeline", project.Plan.AwsNames.Lock);
    }

    [Theory]
    [InlineData("github: {}", "landfall pipeline export github")]
    [InlineData("gitlab: gitlab.com", "landfall pipeline export gitlab")]
    public void Load_PipelineThatOthersRun_IsRefusedWithTheWayOut(string source, string remedy)
    {
        Project(ShopPipeline.Yaml(source));

        var failure = Assert.Throws<LandfallException>(() => PipelineGround.Load(_folder.Path, null));

        Assert.Equal(ErrorCodes.PipelineService, failure.Code);
        Assert.Contains(remedy, failure.Message, StringComparison.Ordinal);
    }

    private void Project(string yaml)
    {
        _folder.Write("landfall.yaml", yaml);
        _folder.Write(".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"landfall":{"version":"VERSION","commands":["landfall"]}}}""".Replace("VERSION", LandfallVersion.Current, StringComparison.Ordinal));
    }
}
