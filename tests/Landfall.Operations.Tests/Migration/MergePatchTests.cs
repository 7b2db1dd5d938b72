using System.Text.Json.Nodes;
using Landfall.Operations.Migration;

namespace Landfall.Operations.Tests.Migration;

public sealed class MergePatchTests
{
    [Theory]
    [InlineData("{\"a\":1}", "{\"a\":1}", "{}")]
    [InlineData("{\"a\":1}", "{\"a\":2}", "{\"a\":2}")]
    [InlineData("{\"a\":1}", "{\"a\":\"1\"}", "{\"a\":\"1\"}")]
    [InlineData("{\"a\":1}", "{}", "{\"a\":null}")]
    [InlineData("{}", "{\"a\":{\"b\":[1]}}", "{\"a\":{\"b\":[1]}}")]
    [InlineData("{\"a\":{\"b\":1,\"c\":2}}", "{\"a\":{\"b\":1,\"d\":3}}", "{\"a\":{\"d\":3,\"c\":null}}")]
    [InlineData("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}", "{}")]
    [InlineData("{\"a\":[1,2]}", "{\"a\":[2]}", "{\"a\":[2]}")]
    [InlineData("{\"a\":{\"b\":1}}", "{\"a\":5}", "{\"a\":5}")]
    public void Between_TwoMappings_IsWhatTheSecondSaysBesides(string below, string wanted, string patch) =>
        Assert.Equal(patch, MergePatch.Between(JsonNode.Parse(below)!.AsObject(), JsonNode.Parse(wanted)!.AsObject()).ToJsonString());
}
