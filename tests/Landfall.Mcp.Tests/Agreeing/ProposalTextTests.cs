using System.Text.Json.Nodes;
using Landfall.Mcp.Agreeing;

namespace Landfall.Mcp.Tests.Agreeing;

public sealed class ProposalTextTests
{
    [Theory]
    [InlineData("a\u202Eb", @"a\u202eb")] // turns what follows
    [InlineData("a\U000E0042b", @"a\ue0042b")] // a tag: models read it, nobody sees it
    [InlineData("a\r\u001B[2Kb", @"a\r\u001b[2Kb")] // a terminal would wipe the line
    public void Of_DryRunWithWhatCannotBeSeen_SpellsItOut(string name, string shown)
    {
        var text = ProposalText.Of("paint", "Paints.", "{}", change: null, new JsonObject { ["name"] = name });

        Assert.EndsWith($"\n  name: {shown}", text, StringComparison.Ordinal);
    }
}
