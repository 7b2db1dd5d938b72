using Landfall.Config;
using Landfall.Operations.Accounts;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Accounts;

public sealed class ContextKeeperTests : IDisposable
{
    private const string File = "app: shop\nregion: ap-northeast-1\nenvironments: { dev: { account: \"111111111111\" } }\ndomain: { name: www.example.com, zone: example.com }\n";
    private readonly TemporaryFolder _project = new();
    private readonly StubAccount _account = new();
    private readonly Answering _watcher = new(null);

    public void Dispose()
    {
        _account.Dispose();
        _project.Dispose();
    }

    [Fact]
    public async Task KeepAsync_NothingRecorded_LooksUpAndWrites()
    {
        await KeepAsync();

        var facts = KnownFacts.Read(_project.Path)!;
        Assert.Equal(["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"], facts.Environments["dev"].Zones);
        Assert.Equal("Z1", facts.Of("111111111111", "ap-northeast-1")!.HostedZones["example.com"]);
        Assert.StartsWith("Looked up the zones of ap-northeast-1 and the hosted zone of www.example.com: commit ", Assert.Single(_watcher.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepAsync_EverythingAsRecorded_WritesAndSaysNothing()
    {
        await KeepAsync();
        _watcher.Said.Clear();
        var written = System.IO.File.ReadAllText(Path.Combine(_project.Path, KnownFacts.FileName));

        await KeepAsync();

        Assert.Empty(_watcher.Said);
        Assert.Equal(written, System.IO.File.ReadAllText(Path.Combine(_project.Path, KnownFacts.FileName)));
    }

    [Fact]
    public async Task KeepAsync_AccountThatHasChanged_SaysSoAndGoesByTheFile()
    {
        await KeepAsync();
        _watcher.Said.Clear();
        var written = System.IO.File.ReadAllText(Path.Combine(_project.Path, KnownFacts.FileName));
        _account.HostedZones = [("example.com.", "Z2")];

        await KeepAsync();

        Assert.Equal(
            $"landfall.context.json is no longer what the account says (accounts.111111111111.ap-northeast-1.hostedZones.example.com); it is used as it stands. 'landfall context refresh {_project.Path} --env dev' brings it up to date.",
            Assert.Single(_watcher.Said));
        Assert.Equal(written, System.IO.File.ReadAllText(Path.Combine(_project.Path, KnownFacts.FileName)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("true", false)]
    public async Task KeepAsync_FileWithoutQuotasAndRoles_GetsThemButNotInAPipeline(string? ci, bool written)
    {
        await KeepAsync();
        ForgetOptional();
        _watcher.Said.Clear();
        _account.Quotas = [("ap-northeast-1", "vpc", "L-407747CB", "Subnets per VPC", 250)];

        await KeepAsync(ci);

        Assert.Equal(written ? 250 : null, KnownFacts.Read(_project.Path)!.Of("111111111111", "ap-northeast-1")!.Quotas?["AWS::EC2::Subnet/number"]);
        Assert.Equal(written ? ["ecs.amazonaws.com"] : null, KnownFacts.Read(_project.Path)!.Of("111111111111", "ap-northeast-1")!.ServiceRoles);
        Assert.Equal(written ? [$"Looked up the quotas and the service-linked roles of ap-northeast-1: commit {Path.Combine(_project.Path, KnownFacts.FileName)}."] : [], _watcher.Said);
    }

    [Fact]
    public async Task KeepAsync_FileWithoutQuotasWhereNothingMayBeLookedUp_GoesOn()
    {
        await KeepAsync();
        ForgetOptional();
        _watcher.Said.Clear();
        _account.Refuses = true;

        await KeepAsync();

        Assert.Empty(_watcher.Said);
        Assert.Null(KnownFacts.Read(_project.Path)!.Of("111111111111", "ap-northeast-1")!.Quotas);
    }

    [Fact]
    public async Task KeepAsync_RoleThatHasComeSince_IsNoDifference()
    {
        await KeepAsync();
        _watcher.Said.Clear();
        _account.Roles = ["ecs.amazonaws.com", "rds.amazonaws.com"];

        await KeepAsync();

        Assert.Empty(_watcher.Said);
        Assert.Equal(["ecs.amazonaws.com"], KnownFacts.Read(_project.Path)!.Of("111111111111", "ap-northeast-1")!.ServiceRoles!);
    }

    [Fact]
    public async Task KeepAsync_QuotaThatAwsHasRaised_IsStale()
    {
        _account.Quotas = [("ap-northeast-1", "vpc", "L-407747CB", "Subnets per VPC", 250)];
        await KeepAsync();
        _watcher.Said.Clear();
        _account.Quotas = [("ap-northeast-1", "vpc", "L-407747CB", "Subnets per VPC", 300)];

        await KeepAsync();

        Assert.Contains("(accounts.111111111111.ap-northeast-1.quotas.AWS::EC2::Subnet/number)", Assert.Single(_watcher.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepAsync_RecordedAndNothingMayBeLookedUp_GoesOn()
    {
        await KeepAsync();
        _watcher.Said.Clear();
        _account.Refuses = true;

        await KeepAsync();

        Assert.Empty(_watcher.Said);
    }

    [Fact]
    public async Task KeepAsync_NothingRecordedInAPipeline_NamesTheCommandAndAsksNobody()
    {
        var e = await Assert.ThrowsAsync<LandfallException>(() => KeepAsync("true"));

        Assert.Equal(ErrorCodes.ContextMissing, e.Code);
        Assert.Contains($"Run 'landfall context refresh {_project.Path} --env dev' and commit the file.", e.Message, StringComparison.Ordinal);
        Assert.Empty(_account.Asked);
    }

    [Fact]
    public async Task KeepAsync_NoZoneForTheDomain_IsRefusedAndNothingIsWritten()
    {
        _account.HostedZones = [];

        Assert.Equal(ErrorCodes.HostedZoneMissing, (await Assert.ThrowsAsync<LandfallException>(() => KeepAsync())).Code);
        Assert.Null(KnownFacts.Read(_project.Path));
    }

    private void ForgetOptional()
    {
        var facts = KnownFacts.Read(_project.Path)!;
        Assert.Empty(facts.Of("111111111111", "ap-northeast-1")!.Quotas!);
        facts.With("111111111111", "ap-northeast-1", facts.Of("111111111111", "ap-northeast-1")! with { Quotas = null, ServiceRoles = null }).Write(_project.Path);
    }

    private async Task KeepAsync(string? ci = null)
    {
        _project.Write("landfall.yaml", File);
        var context = new OperationContext(new Caller("ada", "test"), _watcher, TimeProvider.System, TestContext.Current.CancellationToken);
        await new ContextKeeper(context, name => name == "CI" ? ci : null, _ => Task.FromResult(new AwsTarget(_account.Session(), "111111111111", null)))
            .KeepAsync(ProjectLoader.LoadFile(_project.Path), _project.Path, "dev", TestContext.Current.CancellationToken);
    }
}
