using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Processes;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Deployment.Locks;

public sealed class EnvironmentLockTests : IDisposable
{
    private const string Name = "/landfall/locks/shop/dev";

    private readonly FakeParameters _parameters = new();
    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _here = new();
    private readonly TemporaryFolder _there = new();

    public EnvironmentLockTests() => _aws = new FakeCloudFormation(_parameters.Answer);

    public void Dispose()
    {
        _aws.Dispose();
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public async Task TakeAsync_HeldFromAnotherFolder_IsRefused()
    {
        await using var held = await TakeAsync(_there);

        Assert.Equal(ErrorCodes.EnvironmentLocked, (await Assert.ThrowsAsync<LandfallException>(() => TakeAsync(_here))).Code);
        Assert.Equal("deploy", LockRecord.Read(_parameters.Values[Name])!.Operation);
    }

    [Fact]
    public async Task TakeAsync_LeftByADeadRunOfTheSameFolder_IsTakenOver()
    {
        await (await TakeAsync(_here)).DisposeAsync();
        var mark = await File.ReadAllTextAsync(Path.Combine(_here.Path, "folder-id"), TestContext.Current.CancellationToken);
        _parameters.Values[Name] = new LockRecord("dead", mark, "ann", "laptop", 1, "deploy", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddMinutes(9)).Write();

        await using var taken = await TakeAsync(_here);

        Assert.Equal(mark, LockRecord.Read(_parameters.Values[Name])!.Folder);
    }

    [Fact]
    public async Task TakeAsync_MarkThatIsNone_IsWrittenAnew()
    {
        var file = _here.Write("folder-id", "copied by hand\n");

        await using var taken = await TakeAsync(_here);

        var mark = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Matches("^[0-9a-f]{32}$", mark);
        Assert.Equal(mark, LockRecord.Read(_parameters.Values[Name])!.Folder);
    }

    [Fact]
    public async Task DisposeAsync_Held_IsGivenBack()
    {
        await (await TakeAsync(_here)).DisposeAsync();

        Assert.Empty(_parameters.Values);
    }

    private async Task<EnvironmentLock> TakeAsync(TemporaryFolder folder)
    {
        folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        var stop = TestContext.Current.CancellationToken;
        using var alone = await FolderLock.TakeAsync(folder.Path, _ => { }, TimeProvider.System, stop);
        return await EnvironmentLock.TakeAsync(
            alone, ProjectLoader.Load(folder.Path, "dev"), new AwsTarget(_aws.Session, "111111111111", null), "deploy",
            new OperationContext(new Caller("ada", "test"), new Answering(null), TimeProvider.System, stop));
    }
}
