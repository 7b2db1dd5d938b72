using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class TraceSymptomsTests
{
    private static readonly DateTimeOffset Onset = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Find_NoSpans_IsNothing() => Assert.Empty(TraceSymptoms.Find(new IncidentCase(), Onset, new RootCauseOptions()).Symptoms);

    [Fact]
    public void Find_NewErrorLineInSpans_CountsExecutions()
    {
        var spans = Spans(-20, 20);
        var logs = spans.Where(s => s.Start >= Onset).Select(s => new LogRecord(s.Start, "api", "refused", true, s.SpanId));

        var symptom = Assert.Single(Find(spans, logs), s => s.Text.Contains("refused in", StringComparison.Ordinal));

        Assert.Equal("serve: error line refused in 20 of 20 executions, before in 0 of 20", symptom.Text);
        Assert.Equal(("api", SymptomChannel.Behaviour, "serve", Onset), (symptom.Node, symptom.Channel, symptom.Operation, symptom.Since));
    }

    [Fact]
    public void Find_OrdinaryLineInSpans_IsNoError()
    {
        var spans = Spans(-20, 20);
        var logs = spans.Where(s => s.Start >= Onset).Select(s => new LogRecord(s.Start, "api", "retry", false, s.SpanId));

        var found = Find(spans, logs);

        Assert.Contains(found, s => s.Text.StartsWith("serve: line retry in 20 of 20", StringComparison.Ordinal));
        Assert.DoesNotContain(found, s => s.Text.Contains("error line", StringComparison.Ordinal));
    }

    [Fact]
    public void Find_LineOfAnotherNode_IsNotTheSpans()
    {
        var spans = Spans(-20, 20);
        var logs = spans.Where(s => s.Start >= Onset).Select(s => new LogRecord(s.Start, "db", "refused", true, s.SpanId));

        Assert.Empty(Find(spans, logs));
    }

    [Fact]
    public void Find_SpansAtTheEdges_AreComparedOnlyWhereTheyAreWhole()
    {
        // Ends right at the onset: before. Still runs then: neither. Begins at the end of the window: neither.
        var before = Spans(-20, 0).Select(s => s with { Duration = TimeSpan.FromSeconds(1) });
        var across = Spans(-1, 0).Select(s => s with { SpanId = "across", Duration = TimeSpan.FromSeconds(2), Failed = true });
        var during = Spans(0, 60).Select(s => s with { Failed = true });
        var options = new RootCauseOptions { IncidentWindow = TimeSpan.FromSeconds(50) };

        var symptom = Assert.Single(
            TraceSymptoms.Find(new IncidentCase { Spans = [.. before, .. across, .. during] }, Onset, options).Symptoms,
            s => s.Text.Contains("failure in", StringComparison.Ordinal));

        Assert.Equal("serve: failure in 50 of 50 executions, before in 0 of 20", symptom.Text);
    }

    [Fact]
    public void Find_Reference_IsWhatTheIncidentIsComparedWith()
    {
        var reference = Spans(-600, -580);
        var shortlyBefore = Spans(-20, 0).Select(s => s with { Failed = true });
        var during = Spans(0, 20).Select(s => s with { Failed = true });
        var incident = new IncidentCase
        {
            Spans = [.. reference, .. shortlyBefore, .. during],
            Reference = new TimeRange(Onset.AddSeconds(-600), Onset.AddSeconds(-580)),
        };

        Assert.Contains(
            TraceSymptoms.Find(incident, Onset, new RootCauseOptions()).Symptoms,
            s => s.Text == "serve: failure in 20 of 20 executions, before in 0 of 20");
    }

    [Fact]
    public void Find_SlowerByItself_IsALatencyOfTheNode()
    {
        var spans = Spans(-20, 20).Select(s => s.Start < Onset ? s : s with { Duration = TimeSpan.FromMilliseconds(400) }).ToList();

        var symptom = Assert.Single(Find(spans, []));

        Assert.Equal("serve: 400 ms, usually 100 ms (20 executions) in itself", symptom.Text);
        Assert.Equal((SymptomChannel.Latency, CauseKind.Latency, 6000.0), (symptom.Channel, symptom.Kind, symptom.Volume!.Value));
    }

    [Fact]
    public void Find_SpanThatNamesItselfAsItsParent_IsAFirstOne()
    {
        var spans = Spans(-20, 20).Select(s => s with { ParentId = s.SpanId, Duration = TimeSpan.FromMilliseconds(s.Start < Onset ? 100 : 400) }).ToList();

        Assert.Contains(Find(spans, []), s => s.Channel == SymptomChannel.Latency);
    }

    private static IReadOnlyList<Symptom> Find(IEnumerable<TraceSpan> spans, IEnumerable<LogRecord> logs) =>
        TraceSymptoms.Find(new IncidentCase { Spans = [.. spans], Logs = [.. logs] }, Onset, new RootCauseOptions()).Symptoms;

    /// <summary>One request a second.</summary>
    private static List<TraceSpan> Spans(int from, int until) =>
    [
        .. Enumerable.Range(from, until - from).Select(s =>
            new TraceSpan($"t{s}", $"s{s}", null, "api", "serve", Onset.AddSeconds(s), TimeSpan.FromMilliseconds(100))),
    ];
}
