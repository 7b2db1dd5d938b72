using Landfall.Config;
using Landfall.Operations.Resizing;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Resizing;

public sealed class ResizeOperationTests : IDisposable
{
    private const string File = """
        app: shop
        region: us-east-1
        environments: { dev: {}, prod: {} }
        databases:
          orders: { engine: postgresql, version: "16" }   # small
          ledger: { engine: aurora-postgresql, version: "16" }
        services:
          api:
            type: web
            image: nginx:1.27
            cpu: 512   # half
            memory: 1024
            uses: [orders, ledger]
          web: { type: site, source: . }

        """;

    private readonly TemporaryFolder _folder = new();

    public ResizeOperationTests() => _folder.Write("landfall.yaml", File);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_Service_WritesThePairForTheEnvironmentAlone()
    {
        var report = await ResizeAsync(new ResizeParameters("api", _folder.Path, "prod", "1024", "2GB", null, null, null, null, DryRun: false), yes: true);

        Assert.Equal([new ResizedKey("cpu", "512", "1024"), new ResizedKey("memory", "1024", "2GB")], report.Keys);
        Assert.True(report.Written);
        Assert.Equal(
            File.Replace("    uses: [orders, ledger]\n", "    uses: [orders, ledger]\n    environments:\n      prod:\n        cpu: 1024\n        memory: \"2GB\"\n", StringComparison.Ordinal),
            Text(),
            ignoreLineEndingDifferences: false);
    }

    [Fact]
    public async Task RunAsync_Databases_HaveSizesOfTheirKind()
    {
        var orders = await ResizeAsync(new ResizeParameters("orders", _folder.Path, "dev", null, null, "t4g.small", "100GB", null, null, DryRun: false), yes: true);
        var ledger = await ResizeAsync(new ResizeParameters("ledger", _folder.Path, "dev", null, null, null, null, "0.5", "8", DryRun: false), yes: true);

        Assert.Equal([new ResizedKey("instance", "t4g.micro", "t4g.small"), new ResizedKey("storage", "20", "100GB")], orders.Keys);
        Assert.Equal([new ResizedKey("capacity.min", "0.5", "0.5"), new ResizedKey("capacity.max", "4", "8")], ledger.Keys);
        Assert.Contains(
            "dev: { databases: { orders: { instance: t4g.small, storage: \"100GB\" }, ledger: { capacity: { min: 0.5, max: 8 } } } }, prod: {} }", Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_DryRun_ShowsTheChangeAndWritesNothing()
    {
        var report = await ResizeAsync(new ResizeParameters("api", _folder.Path, "dev", null, "2048", null, null, null, null, DryRun: true), yes: false);

        Assert.Contains("+        memory: 2048", report.Difference, StringComparison.Ordinal);
        Assert.False(report.Written);
        Assert.Equal(File, Text());
    }

    [Fact]
    public async Task RunAsync_NoToChangesThatGitHasNotGot_WritesNothing()
    {
        await Assert.ThrowsAsync<LandfallException>(() =>
            ResizeAsync(new ResizeParameters("api", _folder.Path, "dev", null, "2048", null, null, null, null, DryRun: false), yes: false));

        Assert.Equal(File, Text());
    }

    [Theory]
    [InlineData("api", "1024", "1000", null, ErrorCodes.KeysNotWritten, "LF1301")]
    [InlineData("api", "1 } , x: { y", null, null, ErrorCodes.KeysNotWritten, "cpu")]
    [InlineData("api", null, null, "t4g.small", ErrorCodes.ResizeChoice, "'api' has no --instance. It has --cpu (now 512), --memory (now 1024).")]
    [InlineData("orders", "512", null, null, ErrorCodes.ResizeChoice, "It has --instance (now t4g.micro), --storage (now 20).")]
    [InlineData("ledger", null, null, null, ErrorCodes.ResizeChoice, "--min-capacity (now 0.5), --max-capacity (now 4)")]
    [InlineData("web", "512", null, null, ErrorCodes.ServiceUnknown, "There are api, ledger, orders.")]
    public async Task RunAsync_SizeThatIsNone_IsRefusedAndNothingWritten(string name, string? cpu, string? memory, string? instance, string code, string said)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() =>
            ResizeAsync(new ResizeParameters(name, _folder.Path, "dev", cpu, memory, instance, null, null, null, DryRun: false), yes: true));

        Assert.Equal(code, refused.Code);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(File, Text());
    }

    private static async Task<ResizeReport> ResizeAsync(ResizeParameters parameters, bool yes) =>
        await new ResizeOperation().RunAsync(
            parameters, new Agreed(yes), new OperationContext(new Caller("ada", "test"), new Answering(false), TimeProvider.System, TestContext.Current.CancellationToken));

    private string Text() => System.IO.File.ReadAllText(System.IO.Path.Combine(_folder.Path, "landfall.yaml"));
}
