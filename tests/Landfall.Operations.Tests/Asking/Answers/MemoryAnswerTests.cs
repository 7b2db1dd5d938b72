using Landfall.Operations.Asking;
using Landfall.Operations.Asking.Answers;

namespace Landfall.Operations.Tests.Asking.Answers;

public sealed class MemoryAnswerTests
{
    [Fact]
    public void Of_OneThatRises_SaysWhenItIsFull() => Assert.Equal(
        """
        Memory rises in api since 2026-03-02 06:00 UTC. What was released before that, and a leak of the program's own, are the usual causes; what holds it only the program tells.
        - api: 70 % of 512 MiB, +30 points; full in 6 hours if it goes on so
        - worker: 40 % of 1024 MiB, level
        > landfall top
        > landfall history
        """,
        Asked.Lines(MemoryAnswer.Of([Trend("worker", 1024, hour => 40 + (hour % 2)), Trend("api", 512, hour => 40 + (5 * hour) + (hour == 3 ? 25 : 0))], Asked.Noon.AddHours(-6), Asked.About(Topic.Memory))));

    [Fact]
    public void Of_LevelAndFalling_IsNotRising()
    {
        var answer = MemoryAnswer.Of([Trend("api", 512, hour => 60 - (5 * hour)), Trend("worker", 512, _ => 99)], Asked.Noon, Asked.About(Topic.Memory));

        Assert.StartsWith("Memory is not rising", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["worker: 99 % of 512 MiB, level", "api: 30 % of 512 MiB, -30 points"], answer.Figures);
    }

    [Fact]
    public void Of_NoValues_DoesNotSayThatItIsLevel() =>
        Assert.False(MemoryAnswer.Of([new MemoryTrend("api", 512, new Dictionary<DateTimeOffset, double>())], Asked.Noon, Asked.About(Topic.Memory)).Known);

    private static MemoryTrend Trend(string service, int memory, Func<int, double> percent) =>
        new(service, memory, Enumerable.Range(0, 7).ToDictionary(hour => Asked.Noon.AddHours(hour - 6), percent));
}
