using Landfall.Config;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Accounts;

public sealed class ContextCheckTests : IDisposable
{
    private const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: { account: \"111111111111\" } }\n";
    private readonly TemporaryFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("", true, "the zones of eu-west-1")]
    [InlineData("domain: { name: a.example.com, zone: example.com }\n", false, "the hosted zone of a.example.com")]
    [InlineData("domain: { name: a.example.com, zone: example.com }\n", true, "the zones of eu-west-1 and the hosted zone of a.example.com")]
    [InlineData("databases: { a: { engine: postgresql } }\n", true, "the zones of eu-west-1 and the versions of postgres")]
    [InlineData("network: { import: { vpc: vpc-0abc } }\n", true, "the zones of eu-west-1 and the network of vpc-0abc")]
    public void Require_FactThatIsMissing_NamesTheCommand(string rest, bool everything, string missing)
    {
        _project.Write("landfall.yaml", Head + rest);

        var e = Assert.Throws<LandfallException>(() => ProjectLoader.LoadKnown(_project.Path, null, local: false, everything));

        Assert.Equal(
            (ErrorCodes.ContextMissing, $"landfall.context.json does not have {missing}, which 'dev' needs. Run 'landfall context refresh {_project.Path} --env dev' and commit the file."),
            (e.Code, e.Message));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("domain: { name: a.example.com, zone: example.com, zoneId: Z1 }\n", false)]
    [InlineData("databases: { a: { engine: postgresql } }\n", true)]
    [InlineData("domain: { name: a.example.com, zone: example.com }\n", true)]
    public void Require_FactsThatAreThere_AreEnough(string rest, bool everything)
    {
        _project.Write("landfall.yaml", Head + rest);
        if (everything)
            Facts("16.9").Write(_project.Path);

        Assert.Equal("dev", ProjectLoader.LoadKnown(_project.Path, "dev", local: false, everything).Plan.Environment);
    }

    [Theory]
    [InlineData("16", null)]
    [InlineData("16.9", null)]
    [InlineData("13", "'a' wants postgres 13, which eu-west-1 does not offer by landfall.context.json. It has 16: change 'version'")]
    [InlineData("16.1", "'a' wants postgres 16.1, which")]
    public void RequireVersions_Version_IsOneThatTheRegionOffers(string version, string? refusal)
    {
        _project.Write("landfall.yaml", $"{Head}databases: {{ a: {{ engine: postgresql, version: \"{version}\" }} }}\n");
        Facts("16.9").Write(_project.Path);

        var e = Record.Exception(() => ProjectLoader.LoadKnown(_project.Path, "dev", local: false, everything: true));

        Assert.Equal(refusal is null, e is null);
        Assert.StartsWith(refusal ?? "", e?.Message ?? "", StringComparison.Ordinal);
    }

    private static KnownFacts Facts(string version) => new KnownFacts().With("111111111111", "eu-west-1", new RegionFacts
    {
        Zones = [new("eu-west-1a", "euw1-az1"), new("eu-west-1b", "euw1-az2")],
        HostedZones = new Dictionary<string, string> { ["example.com"] = "Z1" },
        Engines = new Dictionary<string, IReadOnlyList<string>> { ["postgres"] = [version] },
    });
}
