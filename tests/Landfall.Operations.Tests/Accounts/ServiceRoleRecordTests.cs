using Landfall.Config;
using Landfall.Operations.Accounts;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Accounts;

public sealed class ServiceRoleRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_RolesThatDeploymentsMade_AreReadAgain()
    {
        Facts(["ecs.amazonaws.com"]).Write(_folder.Path);
        Assert.Equal(["ecs.amazonaws.com"], Record().Services);

        Record().Write(["ecs.amazonaws.com", "rds.amazonaws.com"]);

        Assert.Equal(["ecs.amazonaws.com", "rds.amazonaws.com"], Record().Services);
        Assert.Equal("Z1", KnownFacts.Read(_folder.Path)!.Of(null, "eu-west-1")!.HostedZones["example.com"]);
    }

    [Fact]
    public void Write_NobodyHasLooked_RecordsNothing()
    {
        Record().Write(["ecs.amazonaws.com"]);
        Assert.Null(KnownFacts.Read(_folder.Path));

        Facts(null).Write(_folder.Path);
        Record().Write(["ecs.amazonaws.com"]);
        Assert.Empty(Record().Services);
    }

    [Fact]
    public void Record_LocalAws_HasNothingOfTheAccounts()
    {
        Facts(["ecs.amazonaws.com"]).Write(_folder.Path);

        Assert.Empty(Record(local: true).Services);
        Record(local: true).Write(["rds.amazonaws.com"]);

        Assert.Equal(["ecs.amazonaws.com"], Record().Services);
    }

    private static KnownFacts Facts(IReadOnlyList<string>? roles) => new KnownFacts().With(null, "eu-west-1", new RegionFacts
    {
        HostedZones = new Dictionary<string, string> { ["example.com"] = "Z1" },
        ServiceRoles = roles,
    });

    private ServiceRoleRecord Record(bool local = false)
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        return new ServiceRoleRecord(ProjectLoader.Load(_folder.Path, "dev"), local);
    }
}
