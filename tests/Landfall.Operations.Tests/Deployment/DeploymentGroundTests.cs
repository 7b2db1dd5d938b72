using Landfall.Operations.Deployment;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeploymentGroundTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Answering _watcher = new(null);
    private string _made = "[]";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Prepare_FileThatImports_SaysWhatIsMadeInItsPlace()
    {
        _made = """["Z0ABC", "Z0DEF"]""";

        var project = await PrepareAsync();

        Assert.Equal(LocalAwsServer.Account, project.Plan.Account);
        Assert.Equal(["The local AWS starts empty: made stand-ins for Z0ABC, Z0DEF, which the file imports."], _watcher.Said);
    }

    [Fact]
    public async Task Prepare_AllThatIsImportedIsThere_SaysNothing()
    {
        await PrepareAsync();

        Assert.Empty(_watcher.Said);
    }

    private async Task<Project> PrepareAsync()
    {
        using var http = HttpStub.Answering(request => request.PathAndQuery == "/landfall/stand-ins" ? new StubAnswer(200, _made) : new StubAnswer(404, ""));
        _folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{ account: \"111111111111\" }} }}\ndomain: {{ name: shop.example.com, zone: example.com, zoneId: Z0ABC }}\n");
        return await DeploymentGround.PrepareAsync(
            ProjectLoader.Load(_folder.Path, "dev"),
            new LocalAwsState(http.Url, 1, DateTimeOffset.UnixEpoch),
            new OperationContext(new Caller("ada", "test"), _watcher, TimeProvider.System, TestContext.Current.CancellationToken));
    }
}
