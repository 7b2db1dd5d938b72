using Landfall.Mcp.Resources;

namespace Landfall.Mcp.Tests.Resources;

public sealed class HiddenValuesTests
{
    [Theory]
    [InlineData("""{"env":{"A":"x","B":"y"},"name":"x"}""", """{"env":{"A":"(hidden)","B":"(hidden)"},"name":"x"}""")]
    [InlineData("""{"Environment":[{"Name":"A","Value":"x"}]}""", """{"Environment":[{"Name":"A","Value":"(hidden)"}]}""")]
    [InlineData("""{"Environment":[{"Name":"A","Value":{"Ref":"x"}}]}""", """{"Environment":[{"Name":"A","Value":"(hidden)"}]}""")]
    [InlineData("""{"Environment":{"Variables":{"A":"x"}}}""", """{"Environment":{"Variables":{"A":"(hidden)"}}}""")]
    [InlineData("""{"deep":[{"args":{"A":"x"}}]}""", """{"deep":[{"args":{"A":"(hidden)"}}]}""")]
    [InlineData("""{"environment":"prod"}""", """{"environment":"prod"}""")]
    public void Of_Variables_HidesTheirValuesAlone(string json, string hidden) => Assert.Equal(hidden, HiddenValues.Of(json));
}
