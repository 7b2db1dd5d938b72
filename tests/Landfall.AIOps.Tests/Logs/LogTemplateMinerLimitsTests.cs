using System.Globalization;
using System.Text;
using Landfall.AIOps.Logs;

namespace Landfall.AIOps.Tests.Logs;

public class LogTemplateMinerLimitsTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData(" ")]
    [InlineData("a1 ")]
    [InlineData("/a")]
    [InlineData(":")]
    [InlineData("(")]
    [InlineData("\0")]
    [InlineData("\uD800")]
    [InlineData(".")]
    [InlineData("a-1")]
    [InlineData("ab:")]
    public void Add_LineOfAMillionCharacters_IsOneTemplate(string unit)
    {
        var miner = new LogTemplateMiner();
        var text = new StringBuilder(1_000_000);
        while (text.Length < 1_000_000)
            text.Append(unit);

        var id = miner.Add(text.ToString()).TemplateId;

        Assert.Equal(id, miner.Add(text.ToString()).TemplateId);
        Assert.Single(miner.Templates);
    }

    [Fact]
    public void Add_RandomWordsForEver_KeepsWithinItsLimits()
    {
        var miner = new LogTemplateMiner(new LogTemplateMinerOptions { MaxTemplates = 200, MaxBytes = 1L << 20 });
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
            miner.Add(Sentence(random, 1 + random.Next(40)));

        Assert.InRange(miner.Templates.Count, 1, 200);
        Assert.InRange(miner.Save().Merged.Count, 0, 4 * 200);
    }

    [Fact]
    public void Find_ForgottenTemplate_IsNull()
    {
        var miner = new LogTemplateMiner(new LogTemplateMinerOptions { MaxTemplates = 16 });
        var first = miner.Add("the very first line").TemplateId;
        var text = "word";
        for (var i = 0; i < 40; i++)
            miner.Add(text += " word");

        Assert.Null(miner.Find(first));
        Assert.InRange(miner.Templates.Count, 1, 16);
    }

    [Theory]
    [InlineData(0, 512, 4096, 1 << 26)]
    [InlineData(4096, 1, 4096, 1 << 26)]
    [InlineData(4096, 512, 0, 1 << 26)]
    [InlineData(4096, 512, 4096, 0)]
    public void Constructor_LimitTooSmall_SaysWhich(int length, int fields, int templates, long bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogTemplateMiner(
            new LogTemplateMinerOptions { MaxLineLength = length, MaxFields = fields, MaxTemplates = templates, MaxBytes = bytes }));

    internal static string Sentence(Random random, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
            text.Append((char)('a' + random.Next(26))).Append((char)('a' + random.Next(26))).Append(random.Next(9).ToString(CultureInfo.InvariantCulture)).Append(' ');
        return text.ToString();
    }
}
