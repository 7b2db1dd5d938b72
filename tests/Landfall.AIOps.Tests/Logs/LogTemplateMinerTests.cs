using Landfall.AIOps.Logs;

namespace Landfall.AIOps.Tests.Logs;

public class LogTemplateMinerTests
{
    [Theory]
    [InlineData("Receiving block blk_-160899 src: /10.250.19.102:54106 dest: /10.250.19.102:50010", "Receiving block blk_<*> src: /<*>:<*> dest: /<*>:<*>")]
    [InlineData("took 35ms, load 0.75 after 3 tries", "took <*>ms, load <*>.<*> after <*> tries")]
    [InlineData("session 6fa459ea-ee8a-3ca4-894e-db77e160355e opened", "session <*> opened")]
    [InlineData("cannot read /etc/app/conf.d/main.yaml: denied", "cannot read <*>: denied")]
    [InlineData("fetch https://example.com/a?b=1 failed", "fetch https://<*> failed")]
    [InlineData("flags=0x1f mask=00ff12ab", "flags=<*> mask=<*>")]
    [InlineData("container_1445_0020_01_000002 started", "container_<*> started")]
    [InlineData("no values here", "no values here")]
    public void Add_ValuesByForm_AreParametersAtOnce(string line, string expected)
    {
        var miner = new LogTemplateMiner();

        var match = miner.Add(line);

        Assert.Equal(expected, miner.Find(match.TemplateId)!.Text);
        Assert.Equal(LogMatchChange.New, match.Change);
    }

    [Fact]
    public void Add_DigitsOfAName_AreAParameterOnceTheyVary()
    {
        var miner = new LogTemplateMiner();
        var id = miner.Add("link eth0 is up").TemplateId;
        Assert.Equal("link eth0 is up", miner.Find(id)!.Text);

        Assert.Equal(id, miner.Add("link eth1 is up").TemplateId);

        Assert.Equal("link eth<*> is up", miner.Find(id)!.Text);
    }

    [Fact]
    public void Add_ManyWordsInOnePlace_BecomeOneTemplateAndOldIdsLeadToIt()
    {
        var miner = new LogTemplateMiner();
        var ids = new[] { "anna", "bert", "carl", "dora", "emil" }
            .Select(name => miner.Add($"Invalid user {name} from 10.0.0.1").TemplateId)
            .ToList();

        Assert.All(ids, id => Assert.Equal("Invalid user <*> from <*>", miner.Find(id)!.Text));
        Assert.Equal(5, Assert.Single(miner.Templates).Count);
        Assert.Equal(["user", "from"], miner.Templates[0].Parameters.Select(p => p.Name));
    }
}
