using Landfall.Checks.Expectations;
using Landfall.Checks.Running;

namespace Landfall.Checks.Tests.Expectations;

public sealed class ExpectationTests
{
    private static readonly CheckAnswer Answer = new(
        200,
        [KeyValuePair.Create("Content-Type", "application/json; charset=utf-8"), KeyValuePair.Create("Vary", "a"), KeyValuePair.Create("Vary", "b")],
        """{ "status": "ok", "count": 3, "tags": ["x", "y"], "odd name": null, "deep": { "list": [{ "id": 7 }] } }""",
        IsWhole: true,
        TimeSpan.FromMilliseconds(120));

    [Theory]
    [InlineData("status 200")]
    [InlineData("status == 200")]
    [InlineData("status 4xx, 200")]
    [InlineData("header content-type")]
    [InlineData("header Content-Type ~ JSON")]
    [InlineData("header vary == a, b")]
    [InlineData("header x-debug != on")]
    [InlineData("json $.status == \"ok\"")]
    [InlineData("json $.status ~ \"o\"")]
    [InlineData("json $.status !~ \"bad\"")]
    [InlineData("json $.count >= 3")]
    [InlineData("json $.count < 3.5")]
    [InlineData("json $.count == 3.0")]
    [InlineData("json $.tags ~ \"y\"")]
    [InlineData("json $.tags == [\"x\",\"y\"]")]
    [InlineData("json $['odd name'] == null")]
    [InlineData("json $.deep.list[0].id == 7")]
    [InlineData("json $.deep.list[0]")]
    [InlineData("json $.nothing != 1")]
    [InlineData("body ~ \"count\"")]
    [InlineData("time < 121ms")]
    [InlineData("time < 0.2s")]
    public void Differs_WhatHolds_SaysNothing(string text) => Assert.Null(Read(text).Differs(Answer));

    [Theory]
    [InlineData("status 201,3xx", "status 200, expected 201 or 3xx")]
    [InlineData("header etag", "no header 'etag'")]
    [InlineData("header content-type ~ html", "header content-type is 'application/json; charset=utf-8', expected ~ 'html'")]
    [InlineData("json $.status == \"up\"", "$.status is '\"ok\"', expected == \"up\"")]
    [InlineData("json $.count > 3", "$.count is '3', expected > 3")]
    [InlineData("json $.status > 3", "$.status is '\"ok\"', expected > 3")]
    [InlineData("json $.tags[2]", "$.tags[2] is not in the body")]
    [InlineData("json $.tags ~ \"z\"", "$.tags is '[\"x\", \"y\"]', expected ~ \"z\"")]
    [InlineData("body !~ ok", "expected !~ 'ok'")]
    [InlineData("time < 120ms", "took 120 ms, expected less than 120 ms")]
    public void Differs_WhatDoesNotHold_SaysBothValues(string text, string difference) =>
        Assert.Contains(difference, Read(text).Differs(Answer), StringComparison.Ordinal);

    [Fact]
    public void Differs_JsonOfAPage_SaysThatItIsNone() =>
        Assert.Equal("the body is not JSON: '<html> a'", Read("json $.a").Differs(Answer with { Text = "<html>\na" }));

    [Theory]
    [InlineData("$.")]
    [InlineData("$[x]")]
    [InlineData("$['a]")]
    [InlineData("$[")]
    [InlineData("$..a")]
    [InlineData("a.b")]
    [InlineData("")]
    public void JsonPath_WhatIsNone_IsNotRead(string text) => Assert.False(JsonPath.TryRead(text, out _, out _));

    private static IExpectation Read(string text)
    {
        var expectation = ExpectationReader.Read(text, out var fault);
        Assert.Null(fault);
        return expectation!;
    }
}
