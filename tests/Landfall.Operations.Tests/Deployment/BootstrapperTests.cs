using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Toolchain;

namespace Landfall.Operations.Tests.Deployment;

/// <summary>A shell script stands in the place of the CDK CLI.</summary>
public sealed class BootstrapperTests : IDisposable
{
    private const string Version = "/cdk-bootstrap/hnb659fds/version";

    private readonly FakeParameters _parameters = new();
    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];

    public BootstrapperTests() => _aws = new FakeCloudFormation(_parameters.Answer);

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Ensure_RegionIsBootstrapped_DoesNothing()
    {
        _parameters.Values[Version] = "21";

        await EnsureAsync("exit 1");

        Assert.Empty(_said);
        Assert.False(File.Exists(LogFile));
    }

    [Fact]
    public async Task Ensure_RegionIsNot_BootstrapsItAndSaysSo()
    {
        await EnsureAsync("echo \"$@\" in $AWS_REGION; echo careful >&2");

        Assert.Equal(["Bootstrapping 111111111111/eu-west-1 for the CDK (once) …"], _said);
        var log = await File.ReadAllLinesAsync(LogFile, TestContext.Current.CancellationToken);
        Assert.Equal("cdk bootstrap aws://111111111111/eu-west-1", log[0]);
        Assert.Equal(
            ["bootstrap aws://111111111111/eu-west-1 --no-notices --no-version-reporting --no-color in eu-west-1", "careful"],
            log[1..].Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ensure_TheCliFails_SaysHowItEnded()
    {
        await File.WriteAllTextAsync(LogFile, "earlier\n", TestContext.Current.CancellationToken);

        var failed = await Assert.ThrowsAsync<LandfallException>(() => EnsureAsync("for i in 1 2 3 4 5 6 7; do echo line $i >&2; done; exit 3"));

        Assert.Equal(ErrorCodes.BootstrapFailed, failed.Code);
        Assert.Equal(
            $"Bootstrapping 111111111111/eu-west-1 failed; the whole output is in {LogFile}.\nline 2\nline 3\nline 4\nline 5\nline 6\nline 7", failed.Message);
        Assert.Equal("earlier", (await File.ReadAllLinesAsync(LogFile, TestContext.Current.CancellationToken))[0]);
    }

    private string LogFile => Path.Combine(_folder.Path, "deploy.log");

    private Task EnsureAsync(string cdk)
    {
        var target = new AwsTarget(_aws.Session, "111111111111", null);
        var cli = new CdkCli(new Tools("/bin/sh", _folder.Write("cdk.sh", cdk)), target, LogFile);
        return new Bootstrapper(cli, target, TimeProvider.System, () => _folder.Path).EnsureAsync(["shop-dev-data", "shop-dev-api"], _said.Add, TestContext.Current.CancellationToken);
    }
}
