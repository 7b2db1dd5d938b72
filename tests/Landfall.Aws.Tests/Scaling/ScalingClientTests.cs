using System.Text.Json.Nodes;
using Landfall.Aws.Scaling;

namespace Landfall.Aws.Tests.Scaling;

public sealed class ScalingClientTests
{
    [Fact]
    public async Task SetLimitsAsync_Service_RegistersThemAndNothingElse()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        await new ScalingClient(StubSession.To(aws)).SetLimitsAsync("shop-dev", "api", 1, 4, TestContext.Current.CancellationToken);

        var request = Assert.Single(aws.Requests);
        Assert.Equal("AnyScaleFrontendService.RegisterScalableTarget", request.Headers["X-Amz-Target"]);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                { "ServiceNamespace": "ecs", "ScalableDimension": "ecs:service:DesiredCount", "ResourceId": "service/shop-dev/api", "MinCapacity": 1, "MaxCapacity": 4 }
                """),
            JsonNode.Parse(request.Body)));
    }
}
