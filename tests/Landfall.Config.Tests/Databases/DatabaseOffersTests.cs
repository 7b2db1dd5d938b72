using Landfall.Config.Databases;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Config.Tests.Databases;

public class DatabaseOffersTests
{
    [Fact]
    public void Generator_SameCfnLint_GivesTheCommittedTable() => GeneratedTable.Verify("database-offers.py");

    [Theory]
    [InlineData(DatabaseEngine.Mysql)]
    [InlineData(DatabaseEngine.Postgresql)]
    public void Classes_EveryRegion_AreKnownAndSome(DatabaseEngine engine)
    {
        var offer = DatabaseOffers.Of(engine);

        Assert.Equal(RegionTable.Names, offer.Missing.Keys.Order(StringComparer.Ordinal));
        Assert.All(RegionTable.Names, region => Assert.Contains("t3.micro", offer.Classes(region)));
        Assert.All(offer.Missing.Values.SelectMany(missing => missing), missing => Assert.True(offer.Families.ContainsKey(missing) || offer.Classes(null).Contains(missing)));
    }

    [Theory]
    [InlineData(DatabaseEngine.Postgresql, "18", true, false)]
    [InlineData(DatabaseEngine.Postgresql, "16.4", true, false)]
    [InlineData(DatabaseEngine.Postgresql, "19", false, true)]
    [InlineData(DatabaseEngine.Postgresql, "16.99", false, true)]
    [InlineData(DatabaseEngine.Postgresql, "20", false, false)]
    [InlineData(DatabaseEngine.Postgresql, "16.0", false, false)]
    [InlineData(DatabaseEngine.Mysql, "8.4", true, false)]
    [InlineData(DatabaseEngine.Mysql, "8.4.99", false, true)]
    [InlineData(DatabaseEngine.Mysql, "8.0.99", false, true)]
    [InlineData(DatabaseEngine.Mysql, "8.1", false, false)]
    [InlineData(DatabaseEngine.Mysql, "9.0", false, true)]
    [InlineData(DatabaseEngine.Mysql, "16", false, false)]
    [InlineData(DatabaseEngine.AuroraMysql, "8.0", true, false)]
    [InlineData(DatabaseEngine.AuroraMysql, "8.0.mysql_aurora.3.10.0", true, false)]
    [InlineData(DatabaseEngine.AuroraMysql, "8.0.mysql_aurora.3.99.0", false, true)]
    [InlineData(DatabaseEngine.AuroraPostgresql, "8", false, false)]
    public void HasVersion_OrMayBeNewer_TellKnownNewerAndWrong(DatabaseEngine engine, string version, bool known, bool newer)
    {
        var offer = DatabaseOffers.Of(engine);

        Assert.Equal((known, !known && newer), (offer.HasVersion(version), !offer.HasVersion(version) && offer.MayBeNewer(version)));
    }

    [Theory]
    [InlineData("t4g.16xlarge", true)]
    [InlineData("r9g.large", true)]
    [InlineData("r10g.large", false)]
    [InlineData("t4g.mikro", false)]
    [InlineData("q5.large", false)]
    [InlineData("r9g.huge", false)]
    [InlineData("t4g.micro", false)]
    public void MayBeNewerClass_Class_IsASizeOrTheNextGenerationOfAKnownFamily(string name, bool newer) =>
        Assert.Equal(newer, DatabaseOffers.Of(DatabaseEngine.Mysql).MayBeNewerClass(name));
}
