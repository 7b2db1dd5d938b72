using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class NetworkSymptomsTests
{
    [Fact]
    public void Find_AllCallsOfOneNodeSlow_IsStrongestThere()
    {
        var found = NetworkSymptoms.Find([Link("web", "api", 50), Link("api", "db", 50), Link("web", "cart", 4)], 100_000).ToList();

        var symptom = Assert.Single(found);
        Assert.Equal(("api", CauseKind.Network), (symptom.Node, symptom.Kind));
    }

    [Fact]
    public void Find_OneCallOfSeveralSlow_BlamesTheEndWithoutOtherCalls()
    {
        var found = NetworkSymptoms.Find([Link("web", "api", 4), Link("api", "db", 50)], 100_000);

        Assert.Equal("db", Assert.Single(found).Node);
    }

    [Fact]
    public void Find_OnlyOneLink_LeavesBothEndsOpen() =>
        Assert.Equal(["api", "web"], NetworkSymptoms.Find([Link("web", "api", 50)], 100_000).Select(s => s.Node).Order());

    [Fact]
    public void Find_NothingSlower_FindsNothing() =>
        Assert.Empty(NetworkSymptoms.Find([Link("web", "api", 4), Link("api", "db", 4)], 100_000));

    private static LinkProfile Link(string from, string to, double during)
    {
        var link = new LinkProfile(from, to);
        for (var i = 0; i < 40; i++)
        {
            var isDuring = i >= 20;
            var duration = TimeSpan.FromMilliseconds((isDuring ? during : 4) + (i % 5 * 0.1));
            link.Add(new OperationRun(new TraceSpan("t", $"{i}", null, from, $"ask {to}", DateTimeOffset.UnixEpoch.AddSeconds(i), duration), isDuring));
        }

        return link;
    }
}
