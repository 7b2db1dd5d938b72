using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operator.Store;

namespace Landfall.Operator.Tests.Store;

public sealed class StoreFileTests
{
    private static readonly AppPlan Plan = PlainPlan.Create();

    [Fact]
    public void Of_Environments_HaveAFileEachBelowTheHome()
    {
        var file = StoreFile.Of(Plan, "111111111111", local: false);

        Assert.Equal(Path.Combine(LandfallHome.Folder, "operator", "111111111111", "eu-west-1", "shop", "dev.db"), file);
        Assert.NotEqual(file, StoreFile.Of(Plan, "222222222222", local: false));
        Assert.NotEqual(file, StoreFile.Of(Plan, "111111111111", local: true));
    }

    [Fact]
    public async Task FindAsync_AccountIsInTheFile_NeedsNoRequest() =>
        Assert.Equal(
            StoreFile.Of(Plan, "111111111111", local: false),
            await StoreFile.FindAsync(Plan with { Account = "111111111111" }, local: false, TimeProvider.System, TestContext.Current.CancellationToken));

    [Fact]
    public async Task FindAsync_LocalAws_IsTheOneThatAnOperatorThereWrites() =>
        Assert.Equal(StoreFile.Of(Plan, "123456789012", local: true), await StoreFile.FindAsync(Plan, local: true, TimeProvider.System, TestContext.Current.CancellationToken));
}
