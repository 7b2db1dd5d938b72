using Landfall.Aws;
using Landfall.Operator.Signals;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operator.Tests.Signals;

public sealed class SignalReaderTests
{
    private readonly FakeTimeProvider _time = new(Scene.Noon);

    [Fact]
    public async Task ReadAsync_SourceIsRefused_IsAGapWithThePermissionAndTheOthersAreRead()
    {
        var reader = new SignalReader([new Probe("alarms", _ => throw Denied()), new Probe("services", _ => Task.FromResult(new SourceReading("services") { Signals = [Scene.Down("api", 0)] }))], _time);

        var readings = await reader.ReadAsync(Scene.Noon, TestContext.Current.CancellationToken);

        var gap = Assert.Single(readings[0].Gaps);
        Assert.Equal(("alarms", "alarms"), (gap.Source, gap.What));
        Assert.Contains("cloudwatch:DescribeAlarms", gap.ToString(), StringComparison.Ordinal);
        Assert.Single(readings[1].Signals);
        Assert.Empty(readings[1].Gaps);
    }

    [Fact]
    public async Task ReadAsync_SourceHangs_IsAGapAfterAMinute()
    {
        var reader = new SignalReader([new Probe("alarms", _ => new TaskCompletionSource<SourceReading>().Task)], _time);

        var reading = reader.ReadAsync(Scene.Noon, TestContext.Current.CancellationToken);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(reading.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("no answer within 60 seconds", Assert.Single((await reading)[0].Gaps).Reason);
    }

    [Fact]
    public async Task ReadAsync_SomebodyInterrupts_EndsAtOnce()
    {
        using var stop = new CancellationTokenSource();
        var reader = new SignalReader([new Probe("alarms", _ => new TaskCompletionSource<SourceReading>().Task)], _time);

        var reading = reader.ReadAsync(Scene.Noon, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task ReadAsync_BugInASource_IsNotTakenForAGap()
    {
        var reader = new SignalReader([new Probe("alarms", _ => throw new InvalidOperationException("bug"))], _time);

        await Assert.ThrowsAsync<InvalidOperationException>(() => reader.ReadAsync(Scene.Noon, TestContext.Current.CancellationToken));
    }

    private static AwsException Denied() => new("monitoring", "DescribeAlarms", "AccessDenied", "User: ada is not authorized to perform: cloudwatch:DescribeAlarms", System.Net.HttpStatusCode.Forbidden);

    private sealed class Probe(string name, Func<CancellationToken, Task<SourceReading>> read) : ISignalSource
    {
        public string Name => name;

        public Task<SourceReading> ReadAsync(DateTimeOffset now, CancellationToken stop) => read(stop);
    }
}
