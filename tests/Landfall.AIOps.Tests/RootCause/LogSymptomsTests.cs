using Landfall.AIOps.RootCause;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class LogSymptomsTests
{
    private static readonly DateTimeOffset Onset = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Find_NewErrorLine_IsASymptomWithItsFirstMoment()
    {
        var symptom = Assert.Single(Find(Lines("ok", -100, 100), [.. Enumerable.Range(5, 20).Select(s => Line(s, "refused", true))]), s => s.Text.Contains("refused", StringComparison.Ordinal));

        Assert.True(symptom.Strength > 6, $"{symptom.Strength}");
        Assert.Equal((CauseKind.Code, Onset.AddSeconds(5)), (symptom.Kind, symptom.Since));
    }

    [Fact]
    public void Find_FewerErrorLines_IsNoTrouble() =>
        Assert.DoesNotContain(Find(Lines("ok", -100, 100), [.. Enumerable.Range(-60, 40).Select(s => Line(s, "refused", true))]),
            s => s.Text.Contains("refused", StringComparison.Ordinal));

    [Fact]
    public void Find_OtherMixOfOrdinaryLines_SaysMuchLessThanErrors()
    {
        var found = Find([.. Lines("read", -100, 0), .. Lines("read", 0, 50)], [.. Lines("write", -100, 0), .. Lines("write", 0, 100)]);

        Assert.All(found, s => Assert.InRange(s.Strength, 0, 2));
    }

    [Fact]
    public void Find_NodeThatWroteNothingBefore_IsNotCompared() =>
        Assert.Empty(Find(Lines("hello", 0, 50), []));

    [Fact]
    public void Find_LinesOfKnownSpans_AreLeftToTheTraces()
    {
        var incident = new IncidentCase
        {
            Logs = [.. Lines("ok", -100, 100), .. Enumerable.Range(5, 20).Select(s => Line(s, "refused", true) with { SpanId = "known" })],
            Spans = [new TraceSpan("t", "known", null, "api", "serve", Onset, TimeSpan.FromSeconds(1))],
        };

        Assert.DoesNotContain(LogSymptoms.Find(incident, Onset, new RootCauseOptions()), s => s.Text.Contains("refused", StringComparison.Ordinal));
    }

    private static List<Symptom> Find(LogRecord[] some, LogRecord[] others) =>
        LogSymptoms.Find(new IncidentCase { Logs = [.. some, .. others] }, Onset, new RootCauseOptions());

    private static LogRecord[] Lines(string template, int from, int until) =>
        [.. Enumerable.Range(from, until - from).Select(s => Line(s, template, false))];

    private static LogRecord Line(int second, string template, bool isError) => new(Onset.AddSeconds(second), "api", template, isError);
}
