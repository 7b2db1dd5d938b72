using System.Text.Json.Nodes;
using Landfall.Config.Loading;
using Landfall.Config.Tree;
using Landfall.Operations.Migration;

namespace Landfall.Operations.Tests.Migration;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("12")]
    [InlineData("1e3")]
    [InlineData("true")]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData(" padded ")]
    [InlineData("*.example.com")]
    [InlineData("{}")]
    [InlineData("a: b # c")]
    [InlineData("two\nlines")]
    [InlineData("it's \"quoted\"")]
    [InlineData("@hourly")]
    [InlineData("-dash")]
    [InlineData("plain words")]
    public void Of_AnyText_IsReadAsThatText(string text)
    {
        var problems = new ProblemList("landfall.yaml");

        var read = (MapNode)new YamlTreeReader(new Interpolation(_ => null, problems), problems).Read(YamlText.Of(new JsonObject { ["key"] = text, ["list"] = new JsonArray(text) }))!;

        var value = Assert.IsType<ScalarNode>(read.Find("key")!.Value);
        Assert.Equal((text, false, false), (value.Text, value.IsTyped, value.IsNull));
        Assert.Equal(text, Assert.IsType<ScalarNode>(Assert.IsType<ListNode>(read.Find("list")!.Value).Items[0]).Text);
    }

    [Fact]
    public void Of_Tree_KeepsOrderAndTypes() => Assert.Equal(
        "b: 1\na:\n  \"on\": true\n  none: null\nempty: {}\nwords: [x, \"2\"]\nmaps:\n  - k: v\n",
        YamlText.Of(JsonNode.Parse("""{"b":1,"a":{"on":true,"none":null},"empty":{},"words":["x","2"],"maps":[{"k":"v"}]}""")!.AsObject()));
}
