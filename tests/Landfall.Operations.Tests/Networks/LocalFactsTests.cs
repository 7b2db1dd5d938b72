using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Networks;

namespace Landfall.Operations.Tests.Networks;

public sealed class LocalFactsTests : IDisposable
{
    private readonly TemporaryFolder _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Over_NothingLookedUp_IsWhatIsCommitted()
    {
        var facts = LocalFacts.Over(Facts("dev", "vpc-real", "Z1"), _project.Path);

        Assert.Equal(("vpc-real", "Z1"), (facts.Environments["dev"].Network!.VpcId, facts.Environments["dev"].HostedZoneId));
        Assert.Equal(["eu-west-1c"], facts.Of("1", "eu-west-1")!.Zones.Select(zone => zone.Name));
    }

    [Fact]
    public void Over_LookedUpInTheLocalAws_GoesBeforeWhatIsCommitted()
    {
        Directory.CreateDirectory(LocalFacts.Folder(_project.Path));
        Facts("dev", "vpc-local", null).With("1", "eu-west-1", new RegionFacts { Zones = [new("eu-west-1a", null)] })
            .Write(LocalFacts.Folder(_project.Path));

        var facts = LocalFacts.Over(Facts("dev", "vpc-real", "Z1"), _project.Path);

        Assert.Equal(("vpc-local", "Z1"), (facts.Environments["dev"].Network!.VpcId, facts.Environments["dev"].HostedZoneId));
        Assert.Equal(["eu-west-1a"], facts.Of("1", "eu-west-1")!.Zones.Select(zone => zone.Name));
        Assert.Equal("vpc-local", LocalFacts.Over(null, _project.Path).Environments["dev"].Network!.VpcId);
    }

    /// <summary>The name is written into people's .gitignore files.</summary>
    [Fact]
    public void Folder_OfAProject_IsBelowItsOwnState() =>
        Assert.Equal(Path.Combine(_project.Path, ".landfall", "local"), LocalFacts.Folder(_project.Path));

    [Fact]
    public void Over_EnvironmentThatNobodyCommitted_IsAsInTheLocalAws()
    {
        Directory.CreateDirectory(LocalFacts.Folder(_project.Path));
        Facts("test", "vpc-local", null).Write(LocalFacts.Folder(_project.Path));

        var facts = LocalFacts.Over(Facts("dev", "vpc-real", "Z1"), _project.Path);

        Assert.Equal(("vpc-local", (string?)null), (facts.Environments["test"].Network!.VpcId, facts.Environments["test"].HostedZoneId));
        Assert.Equal("vpc-real", facts.Environments["dev"].Network!.VpcId);
    }

    [Fact]
    public void Over_NoNetworkLookedUpInTheLocalAws_KeepsTheCommittedOne()
    {
        Directory.CreateDirectory(LocalFacts.Folder(_project.Path));
        new KnownFacts().With("dev", new EnvironmentFacts()).Write(LocalFacts.Folder(_project.Path));

        Assert.Equal("vpc-real", LocalFacts.Over(Facts("dev", "vpc-real", "Z1"), _project.Path).Environments["dev"].Network!.VpcId);
    }

    [Fact]
    public void Read_DamagedFile_IsAsIfNothingWereLookedUp()
    {
        _project.Write(Path.Combine(".landfall", "local", KnownFacts.FileName), "{ half");

        Assert.Empty(LocalFacts.Read(_project.Path).Environments);
    }

    private static KnownFacts Facts(string environment, string vpc, string? zone) => new KnownFacts()
        .With("1", "eu-west-1", new RegionFacts { Zones = [new("eu-west-1c", null)] })
        .With(environment, new EnvironmentFacts { Network = new ImportedNetworkPlan { VpcId = vpc, VpcCidr = "10.0.0.0/16", Subnets = [] }, HostedZoneId = zone });
}
