using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests.Detection;

public sealed class CounterReaderTests
{
    [Fact]
    public void Read_RisingSeries_BecomesIncreasePerSecond()
    {
        var reader = new CounterReader();
        var readings = Enumerable.Range(0, 100).Select(i => reader.Read(i * 10 * TimeSpan.TicksPerSecond, 500 + (20 * i), out _)).ToList();

        Assert.Equal(500, readings[0]);
        Assert.True(reader.IsCounter);
        Assert.Equal(2, readings[^1], 9);
    }

    [Fact]
    public void Read_CounterRestarts_KeepsTheLastRate()
    {
        var reader = Counter();

        var reading = reader.Read(100 * TimeSpan.TicksPerSecond, 3, out var changed);

        Assert.Equal(20, reading, 9);
        Assert.False(changed);
        Assert.True(reader.IsCounter);
    }

    [Fact]
    public void Read_FallThatIsNoRestart_IsNoCounterAnyMore()
    {
        var reader = Counter();

        var reading = reader.Read(100 * TimeSpan.TicksPerSecond, 1500, out var changed);

        Assert.Equal(1500, reading);
        Assert.True(changed);
        Assert.False(reader.IsCounter);
    }

    [Fact]
    public void Read_SeriesThatFalls_PassesThrough()
    {
        var reader = new CounterReader();
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(i % 7, reader.Read(i * TimeSpan.TicksPerSecond, i % 7, out var changed));
            Assert.False(changed);
        }
    }

    private static CounterReader Counter()
    {
        var reader = new CounterReader();
        for (var i = 0; i < 100; i++)
            reader.Read(i * TimeSpan.TicksPerSecond, 20 * i, out _);
        return reader;
    }
}
