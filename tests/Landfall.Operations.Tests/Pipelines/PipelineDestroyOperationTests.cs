using Landfall.Config;
using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class PipelineDestroyOperationTests : IDisposable
{
    private const string Connection = "connection: arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RequireIdle_PipelineThatRuns_IsRefusedWithTheCommandThatStopsIt()
    {
        var e = Assert.Throws<LandfallException>(() => PipelineDestroyOperation.RequireIdle("shop-pipeline", ["run-7", "run-6"]));

        Assert.Equal(ErrorCodes.PipelineRuns, e.Code);
        Assert.EndsWith("aws codepipeline stop-pipeline-execution --pipeline-name shop-pipeline --pipeline-execution-id run-7", e.Message, StringComparison.Ordinal);
        PipelineDestroyOperation.RequireIdle("shop-pipeline", []);
    }

    [Fact]
    public void Stays_EnvironmentsOfTwoAccounts_AreListedWithTheRolesThatNobodyElseDeletes()
    {
        var lines = PipelineDestroyOperation.Stays("shop", ShopPipeline.Plan(Connection)).ToList();

        Assert.Equal(
        [
            "the environment 'dev' (111111111111, eu-west-1), as it runs",
            "the environment 'prod' (222222222222, us-east-1), as it runs",
            "the roles that the pipeline took in account 222222222222 (stack shop-prod-roles), which 'aws cloudformation delete-stack' deletes",
            "the repository acme/shop, and the connection arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef",
        ], lines);
    }

    [Fact]
    public void LoadToDestroy_RepositoryThatPinsNoVersion_IsNoReasonToKeepThePipeline()
    {
        _folder.Write("landfall.yaml", ShopPipeline.Yaml(Connection));

        Assert.Equal("shop-pipeline", PipelineGround.LoadToDestroy(_folder.Path, null).Plan.Prefix);
        Assert.Equal(ErrorCodes.PipelineUnpinned, Assert.Throws<LandfallException>(() => PipelineGround.Load(_folder.Path, null)).Code);
    }
}
