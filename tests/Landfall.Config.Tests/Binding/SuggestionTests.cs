using Landfall.Config.Binding;

namespace Landfall.Config.Tests.Binding;

public class SuggestionTests
{
    private static readonly string[] Keys = ["region", "services", "queues", "tags"];

    [Theory]
    [InlineData("regoin", "region")]
    [InlineData("Region", "region")]
    [InlineData("service", "services")]
    [InlineData("queue", "queues")]
    [InlineData("tag", "tags")]
    [InlineData("gats", null)]
    [InlineData("pipeline", null)]
    [InlineData("", null)]
    public void Nearest_Word_IsTheOneWithTheFewestEdits(string word, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(word, Keys));
}
