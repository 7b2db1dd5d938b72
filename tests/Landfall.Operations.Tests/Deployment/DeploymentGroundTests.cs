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
    private string _asked = "";

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

    [Fact]
    public async Task Prepare_ZoneWithoutAnId_AsksForOneByItsName()
    {
        await PrepareAsync("{ name: shop.example.com, zone: example.com }");

        Assert.Contains("""
            "hostedZones":[{"id":null,"name":"example.com"}]
            """.Trim(), _asked, StringComparison.Ordinal);
    }

    private async Task<Project> PrepareAsync(string domain = "{ name: shop.example.com, zone: example.com, zoneId: Z0ABC }")
    {
        using var http = HttpStub.Answering(request => request.PathAndQuery == "/landfall/stand-ins" ? new StubAnswer(200, _made) : new StubAnswer(404, ""));
        _folder.Write("landfall.yaml", $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{ account: \"111111111111\" }} }}\ndomain: {domain}\n");
        var project = await DeploymentGround.PrepareAsync(
            ProjectLoader.Load(_folder.Path, "dev"),
            new LocalAwsState(http.Url, 1, DateTimeOffset.UnixEpoch),
            new OperationContext(new Caller("ada", "test"), _watcher, TimeProvider.System, TestContext.Current.CancellationToken));
        _asked = Assert.Single(http.Requests).Body;
        return project;
    }
}
