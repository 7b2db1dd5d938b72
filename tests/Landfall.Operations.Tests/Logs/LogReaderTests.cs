using System.Text.Json.Nodes;
using Landfall.Aws.Logs;
using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Logs;

public sealed class LogReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_000);

    private static readonly ServiceLog[] Logs = [new("api", "/shop/dev/api", null), new("worker", "/shop/dev/worker", ["w/w/1"])];

    private readonly StubAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ReadAsync_TwoLogs_AreOneInOrderOfTime()
    {
        _aws.On("FilterLogEvents", request => new StubAnswer(200, request.Body switch
        {
            var b when b.Contains("worker", StringComparison.Ordinal) => Page(null, ("w1", 2), ("w2", 5)),
            var b when b.Contains("more", StringComparison.Ordinal) => Page(null, ("a3", 6)),
            _ => Page("more", ("a1", 1), ("a2", 3)),
        }));

        var lines = await new LogReader(new LogClient(_aws.Target.Session), Logs, new HurriedTime())
            .ReadAsync(Now.AddHours(-1), Now, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a1", "w1", "a2", "w2", "a3"], lines.Select(l => l.Message));
        Assert.Equal(("worker", "main", "0f"), (lines[1].Service, lines[1].Container, lines[1].Task));
        var asked = JsonNode.Parse(_aws.Bodies("FilterLogEvents").First(b => b.Contains("worker", StringComparison.Ordinal)))!;
        Assert.Equal("w/w/1", (string?)asked["logStreamNames"]![0]);
        Assert.Equal((-2_600_000, 1_000_000), ((long)asked["startTime"]!, (long)asked["endTime"]!));
    }

    [Fact]
    public async Task ReadAsync_GroupIsNotThere_IsEmpty()
    {
        _aws.On("FilterLogEvents", """{"__type":"ResourceNotFoundException","message":"The specified log group does not exist."}""", 400);

        Assert.Empty(await new LogReader(new LogClient(_aws.Target.Session), Logs, new HurriedTime()).ReadAsync(Now, Now, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FollowAsync_LinesThatComeLate_AreEachShownOnce()
    {
        var asked = 0;
        _aws.On("FilterLogEvents", _ => new StubAnswer(200, ++asked switch
        {
            1 => Page(null, ("a1", 100)),
            2 => Page(null, ("a1", 100), ("a3", 110)),
            3 => Page(null, ("late", 105), ("a3", 110)),
            _ => Page(null, ("a3", 110), ("a4", 200)),
        }));
        var time = new HurriedTime();

        var lines = await new LogReader(new LogClient(_aws.Target.Session), [Logs[0]], time)
            .FollowAsync(DateTimeOffset.FromUnixTimeSeconds(90), TestContext.Current.CancellationToken).Take(4).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a1", "a3", "late", "a4"], lines.Select(l => l.Message));
        Assert.All(time.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(1), wait));
        Assert.Equal([90_000, 90_000, 95_000, 95_000], _aws.Bodies("FilterLogEvents").Take(4).Select(b => (long)JsonNode.Parse(b)!["startTime"]!));
    }

    [Fact]
    public async Task FollowAsync_ManyLogs_IsNotAskedMoreOftenThanCloudWatchAllows()
    {
        var asked = 0;
        _aws.On("FilterLogEvents", _ => new StubAnswer(200, Interlocked.Increment(ref asked) <= 20 ? Page(null) : Page(null, ("x", 100))));
        var time = new HurriedTime();

        await new LogReader(new LogClient(_aws.Target.Session), [.. Enumerable.Range(0, 20).Select(i => new ServiceLog($"s{i}", $"/g/{i}", null))], time)
            .FollowAsync(Now.AddHours(-1), TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Contains(TimeSpan.FromSeconds(4), time.Waits);
    }

    private static string Page(string? next, params (string Text, long Second)[] lines) => new JsonObject
    {
        ["events"] = new JsonArray([.. lines.Select(l => new JsonObject { ["eventId"] = l.Text, ["timestamp"] = l.Second * 1000, ["logStreamName"] = "p/main/0f", ["message"] = $"{l.Text}\n" })]),
        ["nextToken"] = next,
    }.ToJsonString();
}
