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
    [InlineData("bridge 0000:00:1e.0 uses 512k of 126MB at 80x25", "bridge <*> uses <*> of <*> at <*>")]
    [InlineData("at Fri Jun 17 07:07:00 2005: done", "at <*>:<*>:<*>: done")]
    [InlineData("new Job@1fa2 on web-eu-07", "new Job@<*> on <*>")]
    [InlineData("[sweep.c:1455]: no change", "[sweep.c:1455]: no change")]
    [InlineData("wrote /data/part-00012 and /data/a.log", "wrote /<*>/part-<*> and <*>")]
    [InlineData("ask n1 n2 n3 to stop", "ask n<*> to stop")]
    [InlineData("loaded C:\\Windows\\winsxs\\amd64_31bf3856ad364e35\\core.dll of v6.1.7601.23505", "loaded <*> of v<*>.<*>.<*>.<*>")]
    [InlineData("copied \\\\files01\\share\\a.txt to \\SystemRoot\\Store\\x86_a.manifest", "copied <*> to <*>")]
    [InlineData("domain CORP\\alice logged in", "domain CORP\\alice logged in")]
    [InlineData("handle @0x214, stack @0x7fed806eb5d @0x7fef9fb9b6d", "handle @<*>, stack @<*> @<*>")]
    [InlineData("{l:48 b:e7b3f6} hr = 0x800f0805", "{l:<*> b:<*>} hr = <*>")]
    [InlineData("proxy.cs.example.hk:5070 close, 12 bytes sent, lifetime 01:02:03", "<*>:<*> close, <*> bytes sent, lifetime <*>:<*>:<*>")]
    [InlineData("example.com:443 open through proxy 10.0.0.1:1080", "<*>:<*> open through proxy <*>:<*>")]
    [InlineData("thrown at Main.java:45 by org.acme.Type", "thrown at Main.java:45 by org.acme.Type")]
    [InlineData("steps=7007##548365##8661", "steps=<*>##<*>##<*>")]
    [InlineData("acquire lock=166121161, flags=0x1, uid=1001, bounds=Rect(0, 0 - 720, 1280)", "acquire lock=<*>, flags=<*>, uid=<*>, bounds=Rect(<*>, <*> - <*>, <*>)")]
    [InlineData("Token{78af589 ActivityRecord{3b04890}}", "Token{<*> ActivityRecord{<*>}}")]
    [InlineData("10.0.0.1 \"GET /v2/54fadb412c4e40cdbaed9335e4c35a9e/servers HTTP/1.1\" status: 200 time: 0.24", "<*> \"GET <*> HTTP/<*>.<*>\" status: <*> time: <*>.<*>")]
    [InlineData("[instance: b9000564-fe1a-409b-b8cc-1e88b294cd1d] used: 512.00 MB", "[instance: <*>] used: <*>.<*> MB")]
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

    [Theory]
    [InlineData("retry=true", "retry=false", "retry=<*>")]
    [InlineData("free 12 KB of it", "free 3 MB of it", "free <*> of it")]
    [InlineData("stored 6.0 KB, free 87.3 KB", "stored 6.0 MB, free 8.3 KB", "stored <*>, free <*>")]
    [InlineData("moved to host(7)", "moved to host(a.b)", "moved to host(<*>)")]
    [InlineData("peer is 10.0.0.1 now", "peer is LOCAL(0) now", "peer is <*> now")]
    [InlineData("closed by ()", "closed by (10.0.0.1)", "closed by (<*>)")]
    public void Add_TwoThatShowAValue_AreOneTemplate(string first, string second, string expected)
    {
        var miner = new LogTemplateMiner();
        var id = miner.Add(first).TemplateId;

        Assert.Equal(id, miner.Add(second).TemplateId);
        Assert.Equal(expected, miner.Find(id)!.Text);
    }

    [Theory]
    [InlineData("cache is cold", "cache is warm")]
    [InlineData("state LOOKING", "state LEADING")]
    [InlineData("cupsd startup succeeded", "klogd startup succeeded")]
    [InlineData("stop", "start")]
    public void Add_TwoWordsThatMeanSomething_StayApart(string first, string second)
    {
        var miner = new LogTemplateMiner();

        Assert.NotEqual(miner.Add(first).TemplateId, miner.Add(second).TemplateId);
    }
}
