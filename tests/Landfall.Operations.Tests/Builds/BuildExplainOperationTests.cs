using Landfall.Config;
using Landfall.Operations.Builds;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Builds;

public sealed class BuildExplainOperationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_File_ExplainsItsLog()
    {
        var file = Path.Combine(_folder.Path, "build.log");
        await File.WriteAllTextAsync(file, "$ npm ci\nnpm error code E404\n", TestContext.Current.CancellationToken);

        var explanation = await RunAsync(new(file, null, null));

        Assert.Equal(("npm ci", "npm"), (explanation.Step, explanation.Rule));
    }

    [Fact]
    public async Task RunAsync_Text_ExplainsIt() => Assert.Equal("disk-full", (await RunAsync(new(null, "write: no space left on device", null))).Rule);

    [Theory]
    [InlineData(null, "\n \n", null, "The log is empty.")]
    [InlineData(null, "$ make\nJob succeeded", null, "has succeeded")]
    [InlineData("nowhere.log", null, null, "'nowhere.log' cannot be read")]
    [InlineData(null, null, null, "Name the file")]
    [InlineData("a.log", null, "shop:1", "Name the file")]
    public async Task RunAsync_NothingToExplain_SaysWhy(string? log, string? text, string? build, string message)
    {
        var e = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new(log, text, build)));

        Assert.Equal(ErrorCodes.BuildLog, e.Code);
        Assert.Contains(message, e.Message, StringComparison.Ordinal);
    }

    private static Task<BuildExplanation> RunAsync(BuildExplainParameters parameters) => new BuildExplainOperation().RunAsync(
        parameters, Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), new Answering(null), new HurriedTime(), TestContext.Current.CancellationToken));
}
