using Landfall.Cli.Terminal;
using Landfall.Operations.Explaining;
using Landfall.Operations.Status;

namespace Landfall.Cli.Tests.Terminal;

public sealed class ExplanationRenderingTests
{
    [Fact]
    public void Write_Findings_AreAParagraphEach()
    {
        var screen = new CapturedScreen(100);

        ExplanationRendering.Write(screen.Screen, new Explanation(
            "shop",
            "prod",
            "api",
            ServiceHealth.Down,
            [
                new("container-exited", "The program in container 'api' ended with exit code 3.", ["container 'api' ended with exit code 3", "api | \e[31mno database\e[0m"], "Its last lines say why, most often: a variable, a secret, a database or another service that it did not find. 'landfall logs api --previous' has all of them."),
                new("alarm", "An alarm of it has gone off.", ["shop-prod-api-Fault: r"], "docs/alarms.md says of each alarm what it means and what to do."),
            ],
            [new("logs", "logs:GetLogEvents failed with AccessDenied: User: ada is not authorized")],
            "Repairs: mode suggest (none is made)."));

        GoldenFile.Verify("tests/Landfall.Cli.Tests/Terminal/Golden/explain.txt", screen.Text);
    }

    [Theory]
    [InlineData("Healthy", "api of shop prod is healthy.\nNothing is found that is wrong with it.\n")]
    [InlineData("Down", "api of shop prod is down.\nNo cause is found that Landfall knows: 'landfall status', 'landfall logs' and 'landfall events' show more.\n")]
    public void Write_NoFinding_SaysSo(string health, string expected)
    {
        var screen = new CapturedScreen(200);

        ExplanationRendering.Write(screen.Screen, new Explanation("shop", "prod", "api", Enum.Parse<ServiceHealth>(health), [], [], "Repairs: mode suggest (none is made)."));

        Assert.Equal(expected, screen.Data);
    }
}
