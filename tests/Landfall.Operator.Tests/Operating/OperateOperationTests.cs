using Landfall.Config;
using Landfall.Operations;
using Landfall.Operator.Operating;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Operating;

public sealed class OperateOperationTests : IDisposable
{
    private readonly TemporaryFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("operate: { mode: approve }", "auto", "--mode is 'auto', but line 4 of landfall.yaml allows no more than 'approve' in dev. Write 'mode: auto' there when your team agrees, or start with --mode approve.")]
    [InlineData("", "approve", "--mode is 'approve', but landfall.yaml has no 'mode' under 'operate', so that dev allows no more than 'suggest'. Add 'operate: { mode: approve }' when your team agrees, or start with --mode suggest.")]
    public async Task RunAsync_ModeGoesFurtherThanTheFile_IsRefusedWithThePlace(string line, string mode, string message)
    {
        var failure = await FailAsync(line, mode);

        Assert.Equal((ErrorCodes.RepairModeTooWide, message), (failure.Code, failure.Message));
    }

    [Theory]
    [InlineData("operate: { mode: approve }", "approve")]
    [InlineData("operate: { mode: approve }", "observe")]
    [InlineData("operate: { mode: auto }", null)]
    [InlineData("", "suggest")]
    public async Task RunAsync_ModeGoesNoFurtherThanTheFile_GoesOnToItsPlaybooks(string line, string? mode)
    {
        _project.Write("playbooks/broken.sop.md", "# Nothing");

        Assert.Equal(ErrorCodes.PlaybookInvalid, (await FailAsync(line, mode)).Code);
    }

    [Fact]
    public async Task RunAsync_ModeThatIsNone_IsRefused() => Assert.Equal(ErrorCodes.RepairMode, (await FailAsync("", "bold")).Code);

    private Task<LandfallException> FailAsync(string line, string? mode)
    {
        _project.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\n{line}\nservices: {{ api: {{ type: web, image: n }} }}\n");
        return Assert.ThrowsAsync<LandfallException>(() => new OperateOperation().RunAsync(
            new OperateParameters(_project.Path, null, Local: true, Once: true, null, null, mode), Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new SilentWatcher(), TimeProvider.System, TestContext.Current.CancellationToken)));
    }
}
