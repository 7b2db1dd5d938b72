using Landfall.Cli.Commands;
using Landfall.Operations.Drifting;
using Landfall.Operations.Status;

namespace Landfall.Cli.Tests.Terminal;

public sealed class DriftRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Render_Drift_SaysWhatIsAndWhoDidIt()
    {
        var screen = new CapturedScreen(200);

        DriftCommand.Render(screen.Screen, new EnvironmentDrift("shop", "dev", At, 9, new Dictionary<string, int> { ["T"] = 2 }, [
            new DriftedResource("shop-dev", "Emails", "AWS::SQS::Queue", "u", false, [DriftedProperty.Added("Tags", "x")]) { LastChange = new LastChange("ada", "TagQueue", At.AddHours(-3)) },
            new DriftedResource("shop-dev", "Gone", "AWS::SQS::Queue", "g", true, []) { NotKnown = "Refused." },
        ], [new UnreadPart("stack s", "It is at work.")]));

        Assert.Equal(
            """
            shop-dev Emails (AWS::SQS::Queue u)
              Tags has x, which was not deployed.
              Last changed by ada with TagQueue, 3h ago.
            shop-dev Gone (AWS::SQS::Queue g)
              It is not there any more.
              By whom is not known. Refused.

            """,
            screen.Data);
        Assert.Contains("Not looked at: stack s. It is at work.\n", screen.Talk, StringComparison.Ordinal);
        Assert.Contains("shop dev: 2 differ of 9 resources that were compared; 2 are of types", screen.Talk, StringComparison.Ordinal);
        Assert.Contains("A deployment does not set back", screen.Talk, StringComparison.Ordinal);
    }
}
