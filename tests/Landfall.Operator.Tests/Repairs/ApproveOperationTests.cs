using Landfall.Config;
using Landfall.Operations;
using Landfall.Operator.Repairs;
using Landfall.Operator.Store;

namespace Landfall.Operator.Tests.Repairs;

/// <summary>A repair waits outside the hours, the file is changed, and a person approves it.</summary>
public sealed class ApproveOperationTests : IDisposable
{
    private readonly TemporaryFolder _project = new();
    private readonly string _app = $"t{Guid.NewGuid():N}"[..12];
    private readonly string _file;
    private readonly RepairScene _scene;

    public ApproveOperationTests()
    {
        _file = StoreFile.Of(PlainPlan.Create() with { App = _app }, "123456789012", local: true);
        _scene = new RepairScene { File = _file, Limits = GivenLimits.Usual with { Hours = GivenLimits.FromHalfPastNoon } };
    }

    public void Dispose()
    {
        _scene.Dispose();
        _project.Dispose();
        Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
    }

    [Theory]
    [InlineData("mode: approve")]
    [InlineData("mode: auto, hours: { start: \"12:30\", stop: \"18:00\", days: sun }")]
    public async Task RunAsync_WithinTheLimits_IsApprovedWhateverTheHours(string operate)
    {
        await _scene.LookAsync(0, "http-health", "api");

        Assert.Equal("bob", (await ApproveAsync(operate)).By);
        Assert.NotNull(Approval());
    }

    [Theory]
    [InlineData("mode: suggest", "operate.mode of dev is 'suggest', so that nothing is repaired.")]
    [InlineData("mode: approve, freeze: true", "The file freezes repairs.")]
    [InlineData("mode: approve, allow: [rollback]", "'restart' is no operation that the operator may run: rollback (operate.allow).")]
    public async Task RunAsync_FileForbidsIt_IsRefusedWithTheReason(string operate, string why)
    {
        await _scene.LookAsync(0, "http-health", "api");

        var failure = await Assert.ThrowsAsync<LandfallException>(() => ApproveAsync(operate));

        Assert.Equal(ErrorCodes.RepairForbidden, failure.Code);
        Assert.StartsWith($"Repair 1 of incident 1, restart (service: api), cannot be approved. {why}", failure.Message, StringComparison.Ordinal);
        Assert.Null(Approval());
    }

    [Fact]
    public async Task RunAsync_SomebodyHasFrozenRepairs_IsRefused()
    {
        await _scene.LookAsync(0, "http-health", "api");
        _scene.Tell(ledger => ledger.Set(new Freeze(Scene.Noon, "ada", "", null)));

        Assert.Contains("ada has frozen repairs", (await Assert.ThrowsAsync<LandfallException>(() => ApproveAsync("mode: approve"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TooManyWithinTheHour_IsRefused()
    {
        _scene.Services = 100;
        await _scene.LookAsync(0, "http-health", "api", "web");
        _scene.Tell(ledger => ledger.Approve(new Approval(1, 1, _scene.Repairs()[0].Digest!, _scene.Time.GetUtcNow(), "bob")));
        await _scene.LookAsync(1, "http-health", "api", "web");
        Assert.Single(_scene.Hands.Ran);

        // The other one would be the second, in a file of one service.
        Assert.Contains("(operate.maxBlast)", (await Assert.ThrowsAsync<LandfallException>(() => ApproveAsync("mode: approve", repair: 2))).Message, StringComparison.Ordinal);
    }

    private Task<RepairApproved> ApproveAsync(string operate, int? repair = null)
    {
        _project.Write("landfall.yaml", $$"""
            app: {{_app}}
            region: eu-west-1
            environments: { dev: {} }
            operate: { {{operate}} }
            services: { api: { type: web, image: n } }
            """);
        return new ApproveOperation().RunAsync(
            new ApproveParameters(1, repair, _project.Path, null, Local: true), new Agreed(Yes: true), new OperationContext(new Caller("bob", "test"), new SilentWatcher(), _scene.Time, TestContext.Current.CancellationToken));
    }

    private Approval? Approval()
    {
        using var store = _scene.Open();
        return new RepairLedger(store).FindApproval(_scene.Repairs()[0]);
    }
}
