using Landfall.Cli.Commands;
using Landfall.Operations.Shifting;

namespace Landfall.Cli.Tests.Terminal;

public sealed class ShiftAwayRenderingTests
{
    private static readonly DateTimeOffset Until = new(2026, 3, 1, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Render_Shifted_SaysWhatIsLeftAndHowToEndIt()
    {
        var screen = new CapturedScreen(200);

        ShiftAwayCommand.Render(screen.Screen, new ShiftReport(
            "shop", "dev", "eu-west-1a", "euw1-az3", [new ShiftedBalancer("web", null, "euw1-az3") { Until = Until }], [new ZoneCapacity("api", 2, 1, null)], Changed: true, DryRun: false));

        Assert.Contains("web: all zones → away from euw1-az3 until 2026-03-01 15:00 UTC\n", screen.Data, StringComparison.Ordinal);
        Assert.Matches(@"api\s+2\s+1\s+does not scale", screen.Data);
        Assert.Contains("WARNING: api does not scale: 1 task in other zones have to do the work of 3.\n", screen.Talk, StringComparison.Ordinal);
        Assert.Contains("'landfall shift-away eu-west-1a --end' lets traffic back.", screen.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LetBack_SaysSo()
    {
        var screen = new CapturedScreen(200);

        ShiftAwayCommand.Render(screen.Screen, new ShiftReport("shop", "dev", "eu-west-1a", "euw1-az3", [new ShiftedBalancer("web", "euw1-az3", null)], [], Changed: true, DryRun: false));

        Assert.Equal("web: away from euw1-az3 → all zones\n", screen.Data);
        Assert.Equal("Traffic comes back into eu-west-1a within minutes.\n", screen.Talk);
    }

    [Fact]
    public void Render_SoAlready_SaysSo()
    {
        var screen = new CapturedScreen(200);

        ShiftAwayCommand.Render(screen.Screen, new ShiftReport("shop", "dev", "eu-west-1a", "euw1-az3", [new ShiftedBalancer("web", null, null)], [], Changed: false, DryRun: false));

        Assert.Equal(("web: all zones\n", "It is so already.\n"), (screen.Data, screen.Talk));
    }
}
