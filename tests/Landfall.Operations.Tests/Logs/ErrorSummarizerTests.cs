using Landfall.Operations.Logs;

namespace Landfall.Operations.Tests.Logs;

public sealed class ErrorSummarizerTests
{
    private static readonly DateTimeOffset From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Finish_Lines_CountsErrorsByWhatTheyHaveInCommon()
    {
        var summarizer = new ErrorSummarizer(new Dictionary<string, DateTimeOffset>());
        for (var i = 0; i < 30; i++)
            summarizer.Add(Line("api", i, $"cannot reach 10.0.0.{i} in {i} ms"));
        for (var i = 0; i < 10; i++)
            summarizer.Add(Line(i % 2 == 0 ? "api" : "worker", 60 + i, "queue is gone"));
        summarizer.Add(Line("api", 200, "all is well", LogLevel.Info));

        var summary = summarizer.Finish(From, From.AddDays(1));

        Assert.Equal((41, 40), (summary.Lines, summary.Errors));
        Assert.Equal(new WorstHour(From, 30), summary.WorstHour);
        Assert.Equal([("cannot reach <*> in <*> ms", 30L), ("queue is gone", 10L)], summary.Commonest.Select(t => (t.Text, t.Count)));
        Assert.Equal(["api", "worker"], summary.Commonest[1].Services);
        Assert.Equal((From.AddMinutes(60), From.AddMinutes(69)), (summary.Commonest[1].First, summary.Commonest[1].Last));
        Assert.Equal("cannot reach 10.0.0.29 in 29 ms", summary.Commonest[0].Sample);
        Assert.Empty(summary.New);
    }

    [Fact]
    public void Finish_ManyKinds_ShowsTheFiveCommonest()
    {
        var summarizer = new ErrorSummarizer(new Dictionary<string, DateTimeOffset>());
        string[] kinds = ["alpha failed", "bravo is down now", "charlie?", "delta: no delta today", "echo went away and stays there", "foxtrot, gone"];
        foreach (var (index, kind) in kinds.Index())
        {
            for (var i = 0; i <= index; i++)
                summarizer.Add(Line("api", i, kind));
        }

        Assert.Equal([6, 5, 4, 3, 2], summarizer.Finish(From, From.AddDays(1)).Commonest.Select(t => t.Count));
    }

    [Fact]
    public void Finish_ErrorSinceTheLastChangeOfItsService_IsNew()
    {
        var summarizer = new ErrorSummarizer(new Dictionary<string, DateTimeOffset> { ["api"] = From.AddMinutes(100), ["worker"] = From.AddMinutes(10) });
        summarizer.Add(Line("api", 1, "as ever"));
        summarizer.Add(Line("api", 101, "as ever"));
        summarizer.Add(Line("api", 102, "quite new here"));
        summarizer.Add(Line("api", 50, "gone since then"));

        Assert.Equal(["quite new here"], summarizer.Finish(From, From.AddDays(1)).New.Select(t => t.Text));
    }

    private static LogEntry Line(string service, int minute, string message, LogLevel level = LogLevel.Error) =>
        new(From.AddMinutes(minute), service, service, "1", level, message);
}
