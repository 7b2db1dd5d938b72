using Landfall.Cli.Commands;
using Landfall.Operations.Alarms;
using Landfall.Operations.Events;
using Landfall.Operations.Status;
using Landfall.Operations.Top;

namespace Landfall.Cli.Tests.Terminal;

public sealed class EventRenderingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Render_Events_AreALineEach()
    {
        var screen = new CapturedScreen(120);

        EventsCommand.Render(screen.Screen, new EnvironmentEvents("shop", "dev", At.AddHours(-1), [new SeenEvent(At, "ecs", "api", "(service api) has reached a steady state.")], [new UnreadPart("alarms", "denied")]));

        Assert.Equal(("2026-03-01 12:00:00 ecs api: (service api) has reached a steady state.\n", "Not read: alarms: denied\n"), (screen.Data, screen.Talk));
    }

    [Fact]
    public void Render_NoEvent_SaysSo()
    {
        var screen = new CapturedScreen(120);

        EventsCommand.Render(screen.Screen, new EnvironmentEvents("shop", "dev", At, [], []));

        Assert.Equal(("", "Nothing has happened in shop dev since 2026-03-01 12:00 UTC.\n"), (screen.Data, screen.Talk));
    }

    [Fact]
    public void Render_Alarms_SaysWhyOnlyOfThoseThatAreNotWell()
    {
        var screen = new CapturedScreen(120);

        AlarmsCommand.Render(screen.Screen, new EnvironmentAlarms("shop", "dev", At, [new("a", "api", "ALARM", At.AddMinutes(-5), "too many", "m", false), new("b", null, "OK", null, "fine", "m", true)]));

        Assert.Equal(
            ["STATE         SINCE  ALARM REASON", "ALARM (muted) 5m ago a     too many", "OK                   b"],
            screen.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public void Render_Use_IsOfWhatEachTaskHas()
    {
        var screen = new CapturedScreen(120);

        TopCommand.Render(screen.Screen, new EnvironmentUse("shop", "dev", At, At, [new("api", 12.34, 90, 40, 55, 512, 1024), new("idle", null, null, null, null, 2048, 4096)]));

        Assert.Equal(
            ["SERVICE CPU    AT MOST OF       MEMORY AT MOST OF", "api     12.3 % 90 %    0.5 vCPU 40 %   55 %    1024 MiB", "idle    –      –       2 vCPU   –      –       4096 MiB"],
            screen.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
        Assert.Equal("", screen.Talk);
    }
}
