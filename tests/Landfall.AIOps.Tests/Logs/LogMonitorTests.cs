using System.Text.Json;
using Landfall.AIOps.Logs;

namespace Landfall.AIOps.Tests.Logs;

public class LogMonitorTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Add_NewTemplateAfterLearning_IsReportedOnce()
    {
        var monitor = new LogMonitor();
        Assert.Empty(Feed(monitor, 0, 60, 20));

        var signals = Feed(monitor, 60, 5, 20, "cannot reach the ledger");

        var signal = Assert.Single(signals, s => s.Kind == LogSignalKind.NewTemplate);
        Assert.Equal("cannot reach the ledger", signal.Template);
        Assert.Contains("never seen since 2026-03-01 00:00", signal.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_NewTemplateAfterDeployment_NamesTheDeployment()
    {
        var monitor = new LogMonitor();
        Feed(monitor, 0, 60, 20);
        monitor.Deployed(Start.AddMinutes(58), "api:1.5.0");

        var signal = Assert.Single(Feed(monitor, 60, 3, 20, "cannot reach the ledger"), s => s.Template == "cannot reach the ledger" && s.Score > 0.9);

        Assert.Equal(LogSignalKind.FirstSeenAfterDeployment, signal.Kind);
        Assert.Equal("api:1.5.0", signal.Deployment);
    }

    [Fact]
    public void Add_RateUpThenNormal_IsReportedWhenItBeginsAndWhenItEnds()
    {
        var monitor = new LogMonitor();
        Feed(monitor, 0, 60, 20);

        var kinds = Feed(monitor, 60, 5, 400).Concat(Feed(monitor, 65, 20, 20)).Select(s => s.Kind).ToList();

        Assert.Equal([LogSignalKind.RateUp, LogSignalKind.RateNormal], kinds);
    }

    [Fact]
    public void Advance_SilenceOfABusyTemplate_IsReported()
    {
        var monitor = new LogMonitor();
        Feed(monitor, 0, 60, 100);

        var signals = monitor.Advance(Start.AddMinutes(64));

        Assert.Equal(LogSignalKind.RateDown, Assert.Single(signals).Kind);
    }

    [Fact]
    public void Advance_PauseOfDays_IsMissingDataNotSilence()
    {
        var monitor = new LogMonitor();
        Feed(monitor, 0, 60, 20);
        Assert.Empty(monitor.Advance(Start.AddMinutes(60)));

        Assert.Empty(Feed(monitor, 60 * 24 * 3, 10, 20));
    }

    [Fact]
    public void Add_SteadyLogWithNoise_IsQuiet()
    {
        var monitor = new LogMonitor();
        var random = new Random(3);
        var signals = new List<LogSignal>();
        for (var minute = 0; minute < 24 * 60; minute++)
            signals.AddRange(Feed(monitor, minute, 1, random.Next(10, 40)));

        Assert.Empty(signals);
    }

    [Fact]
    public void Save_InTheMiddle_GivesTheSameSignalsAfter()
    {
        var whole = new LogMonitor();
        Feed(whole, 0, 45, 20);
        whole.Deployed(Start.AddMinutes(44), "v2");
        var restored = new LogMonitor(JsonSerializer.Deserialize<LogMonitorState>(JsonSerializer.Serialize(whole.Save()))!);

        var expected = Feed(whole, 45, 30, 200, "something new");
        var actual = Feed(restored, 45, 30, 200, "something new");

        Assert.NotEmpty(expected);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Add_TimesThatGoBackwardsOrToTheEnd_NeverThrow()
    {
        var monitor = new LogMonitor();
        monitor.Add(Start, "a line");

        Assert.Empty(monitor.Add(Start.AddDays(-400), "a line"));
        Assert.Empty(monitor.Add(DateTimeOffset.MinValue, "a line"));
        Assert.Empty(monitor.Add(DateTimeOffset.MaxValue, "a line"));
        Assert.Empty(monitor.Add(DateTimeOffset.MaxValue, "a line"));
        Assert.Equal(5, Assert.Single(monitor.Templates).Count);
    }

    [Fact]
    public void Add_MoreTemplatesInOneMomentThanAreKept_RemembersNoMoreThanTheMiner()
    {
        var options = new LogMonitorOptions { Miner = new LogTemplateMinerOptions { MaxTemplates = 100 } };
        var monitor = new LogMonitor(options);
        var text = "word";
        for (var i = 0; i < 3000; i++)
            monitor.Add(Start, i % 300 == 0 ? text = $"word{new string('x', i / 300)}" : text += " word");

        var state = monitor.Save();

        Assert.InRange(state.Rates.Count, 1, 201);
        Assert.InRange(state.Fresh.Count, 1, 201);
        Assert.Empty(monitor.Advance(Start.AddMinutes(5)));
    }

    [Fact]
    public void Add_MillionEqualLinesAtOneMoment_AreOneTemplateThatIsNoNews()
    {
        var monitor = new LogMonitor();
        for (var i = 0; i < 1_000_000; i++)
            Assert.Empty(monitor.Add(Start, "the same"));

        Assert.Equal(1_000_000, Assert.Single(monitor.Templates).Count);
        Assert.Single(monitor.Save().Rates);
    }

    private static List<LogSignal> Feed(LogMonitor monitor, int fromMinute, int minutes, int linesPerMinute, string? extra = null)
    {
        var signals = new List<LogSignal>();
        for (var minute = fromMinute; minute < fromMinute + minutes; minute++)
        {
            for (var i = 0; i < linesPerMinute; i++)
                signals.AddRange(monitor.Add(Start.AddMinutes(minute).AddSeconds(i * 60.0 / linesPerMinute), $"request {i} done in {i * 3} ms"));
            if (extra is not null)
                signals.AddRange(monitor.Add(Start.AddMinutes(minute).AddSeconds(59.5), extra));
        }

        return signals;
    }
}
