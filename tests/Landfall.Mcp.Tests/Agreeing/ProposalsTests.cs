using Landfall.Mcp.Agreeing;

namespace Landfall.Mcp.Tests.Agreeing;

public sealed class ProposalsTests
{
    private readonly Proposals _proposals = new();
    private readonly Proposal _scale = new("scale", "{}", "Scale?", Word: null, Accept: null);

    [Fact]
    public void Take_OfTheSameCall_GivesItOnce()
    {
        var token = _proposals.Add(_scale);

        Assert.Same(_scale, _proposals.Take(token, "scale", "{}"));
        Assert.Null(_proposals.Take(token, "scale", "{}"));
    }

    [Theory]
    [InlineData("scale", """{"tasks":"9"}""")]
    [InlineData("destroy", "{}")]
    public void Take_OfAnotherCall_GivesNothingAndEndsIt(string tool, string arguments)
    {
        var token = _proposals.Add(_scale);

        Assert.Null(_proposals.Take(token, tool, arguments));
        Assert.Null(_proposals.Take(token, "scale", "{}"));
    }

    [Fact]
    public void Take_OfAGuess_GivesNothing()
    {
        _proposals.Add(_scale);

        Assert.Null(_proposals.Take(null, "scale", "{}"));
        Assert.Null(_proposals.Take(new string('0', 64), "scale", "{}"));
    }

    [Fact]
    public void Add_MoreThanAPersonReads_LosesTheOldest()
    {
        var tokens = Enumerable.Range(0, 65).Select(_ => _proposals.Add(_scale)).ToList();

        Assert.Null(_proposals.Take(tokens[0], "scale", "{}"));
        Assert.NotNull(_proposals.Take(tokens[1], "scale", "{}"));
    }
}
