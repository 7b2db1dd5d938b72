using Landfall.Cli.Terminal;
using Landfall.Operations.Restoring;

namespace Landfall.Cli.Tests.Terminal;

public sealed class RestoreRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Render_Points_HaveAgeAndSizeAndCopiesStandBelow()
    {
        var screen = new CapturedScreen(200);

        RestoreRendering.Render(
            screen.Screen,
            new RestorePoints("shop", "dev", "users", "database", [new RestorePoint("before", "manual", "available", At.AddHours(-9), 20)], [new RestoredCopy("copy", "latest", "available") { Host = "h", Port = 5432 }])
            {
                Earliest = At.AddDays(-7),
                Latest = At,
            },
            At);

        Assert.Matches(@"before\s+9h ago\s+manual\s+available\s+20 GiB", screen.Data);
        Assert.Contains("copy  from latest  available  h:5432\n", screen.Data, StringComparison.Ordinal);
        Assert.Contains("users can be restored to any moment from 2026-02-22 12:00:00 UTC to 2026-03-01 12:00:00 UTC", screen.Talk, StringComparison.Ordinal);
        Assert.Contains("paid for until 'landfall data discard users COPY' removes it", screen.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Nothing_SaysSo()
    {
        var screen = new CapturedScreen(200);

        RestoreRendering.Render(screen.Screen, new RestorePoints("shop", "dev", "audit", "table", [], []), At);

        Assert.Equal("There is nothing that audit could be restored from.\n", screen.Talk);
    }

    [Fact]
    public void Render_Restored_SaysWhereItIsAndThatServicesStay()
    {
        var screen = new CapturedScreen(200);

        RestoreRendering.Render(screen.Screen, new DataRestored("shop", "dev", "orders", "database", new RestoredCopy("copy", "before", "available") { Ready = true, Host = "h", Port = 5432, Secret = "arn" }, DryRun: false));

        Assert.Equal(
            """
            copy holds orders as it was (before), and answers.
              address   h:5432
              password  arn
            Services go on with orders, which is as it was: look at the copy and take over what is missing, see docs/restore.md.
            'landfall data discard orders copy' removes the copy, which is protected from deletion until then, and costs.

            """,
            screen.Talk);
    }

    [Fact]
    public void Render_DryRun_SaysWhatItWouldCost()
    {
        var screen = new CapturedScreen(200);

        RestoreRendering.Render(screen.Screen, new DataRestored("shop", "dev", "orders", "database", new RestoredCopy("copy", "before", "planned"), DryRun: true) { Cost = "about $5 a month" });

        Assert.Contains("orders would be restored from before as copy, beside orders, which stays as it is. The copy would cost about $5 a month. Nothing was done", screen.Talk, StringComparison.Ordinal);
    }
}
