using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Sessions;
using Landfall.Operations.Tests.Restoring;

namespace Landfall.Operations.Tests.Sessions;

/// <summary>Tunnels to what was restored of a database.</summary>
public sealed class TunnelToCopyTests : IDisposable
{
    private readonly RestoringStub _rds = new() { Copy = "left", CopyTags = RestoringStub.Tags(), HasPassword = true };
    private readonly TemporaryFolder _folder = new();

    public TunnelToCopyTests() => _folder.Write("landfall.yaml", """
        app: shop
        region: eu-west-1
        environments: { dev: { account: "111111111111" } }
        databases: { orders: { engine: aurora-postgresql } }
        """);

    public void Dispose()
    {
        _rds.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task OfCopyAsync_Copy_HasItsAddressAndSecretAndTheOriginalsDatabase() =>
        Assert.Equal(new TunnelEnd(15432, "left.cluster", 5432, "shop", "secret"), await OfCopyAsync("left"));

    [Fact]
    public async Task OfCopyAsync_WithoutPasswordYet_SaysHowToWaitForIt()
    {
        _rds.HasPassword = false;

        var refused = await Assert.ThrowsAsync<LandfallException>(() => OfCopyAsync("left"));

        Assert.Equal(ErrorCodes.SessionClosed, refused.Code);
        Assert.Contains("'landfall data restore orders --finish left' waits for them", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfCopyAsync_WhatIsNoCopy_NamesThoseThereAre()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => OfCopyAsync("data-orders"));

        Assert.Equal(ErrorCodes.CopyUnknown, refused.Code);
        Assert.EndsWith("These are: left.", refused.Message, StringComparison.Ordinal);
    }

    private Task<TunnelEnd> OfCopyAsync(string copy)
    {
        var plan = ProjectLoader.Load(_folder.Path, "dev").Plan;
        return TunnelOperation.OfCopyAsync(new TunnelEnd(15432, "orders.cluster", 5432, "shop", "old"), _rds.Aws.Target, plan, plan.Databases[0], copy, TestContext.Current.CancellationToken);
    }
}
