using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class SloValidatorTests
{
    [Theory]
    [InlineData("availability: 99.9%", null)]
    [InlineData("availability: 94", null)]
    [InlineData("availability: 93.9%", "LF1106")]
    [InlineData("availability: 100%", "LF1106")]
    [InlineData("latency: 300ms@95%", null)]
    [InlineData("latency: 1s500ms@99.99%", null)]
    [InlineData("latency: 1h@94%", null)]
    [InlineData("latency: 1h1s@95%", "LF1106")]
    [InlineData("latency: 0ms@95%", "LF1106")]
    [InlineData("latency: 300ms@93%", "LF1106")]
    [InlineData("latency: 300ms@99.999%", "LF1106")]
    [InlineData("latency: 300ms", "LF1107")]
    [InlineData("latency: p95 300ms", "LF1107")]
    [InlineData("latency: 300ms@100%", "LF1107")]
    public void Validate_Promise_HasToBeMeasurable(string slo, string? code) => Assert.Equal(
        code is null ? [] : new[] { code },
        SmallFile.Problems($$"""services: { api: { type: web, image: n, slo: { {{slo}} } } }""").Select(error => error.Split(' ')[^1]));

    [Fact]
    public void Validate_EmptyPromise_IsRefused() =>
        Assert.Equal(["4:46 LF1103"], SmallFile.Problems("services: { api: { type: web, image: n, slo: {} } }"));

    [Fact]
    public void Validate_PromiseOfAWorker_IsAKeyOfOtherTypes() =>
        Assert.Equal("LF1104", Assert.Single(SmallFile.Problems("queues: { q: {} }\nservices: { w: { type: worker, image: n, queue: q, slo: { availability: 99% } } }")).Split(' ')[^1]);

    [Fact]
    public void Validate_PromiseOverTcp_HasNoEffect() =>
        Assert.Equal(["4:76 LF1318", "4:118 LF1318"], SmallFile.Warnings("services: { r: { type: internal, image: n, port: 6379, protocol: tcp, slo: { availability: 99% }, alarms: { anomaly: [requests] } } }"));
}
