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

    [Fact]
    public void Find_Reference_IsWhatTheIncidentIsComparedWith()
    {
        // An hour ago all was well; shortly before the onset the error was there already.
        LogRecord[] lines = [.. Lines("ok", -3600, -3500), .. Lines("ok", -100, 100), .. Errors("refused", -100, 100)];
        var incident = new IncidentCase { Logs = lines, Reference = new TimeRange(Onset.AddSeconds(-3600), Onset.AddSeconds(-3500)) };

        var symptom = Assert.Single(LogSymptoms.Find(incident, Onset, new RootCauseOptions()), s => s.Text.Contains("refused", StringComparison.Ordinal));

        Assert.Equal("error line \"refused\" 100 times in 200 lines, before 0 in 100", symptom.Text);
    }

    [Fact]
    public void Find_ReferenceAfterTheOnset_IsNoPartOfTheIncident()
    {
        LogRecord[] lines = [.. Lines("ok", 0, 100), .. Errors("refused", 0, 50), .. Lines("ok", 200, 300)];
        var incident = new IncidentCase { Logs = lines, Reference = new TimeRange(Onset.AddSeconds(200), Onset.AddSeconds(300)) };

        var symptom = Assert.Single(LogSymptoms.Find(incident, Onset, new RootCauseOptions()), s => s.Text.Contains("refused", StringComparison.Ordinal));

        Assert.Equal("error line \"refused\" 50 times in 150 lines, before 0 in 100", symptom.Text);
    }

    [Fact]
    public void Find_LinesAtTheEdges_CountFromTheOnsetToTheEndOfTheWindow()
    {
        var options = new RootCauseOptions { IncidentWindow = TimeSpan.FromSeconds(50) };
        LogRecord[] lines = [.. Lines("ok", -100, 0), .. Errors("refused", 0, 60)];

        var symptom = Assert.Single(
            LogSymptoms.Find(new IncidentCase { Logs = lines }, Onset, options), s => s.Text.Contains("refused", StringComparison.Ordinal));

        Assert.Equal("error line \"refused\" 50 times in 50 lines, before 0 in 100", symptom.Text);
        Assert.Equal(Onset, symptom.Since);
    }

    [Fact]
    public void Find_RecordsOfSeveralLines_CountEachAndNotThoseOfNone()
    {
        var symptom = Assert.Single(
            Find(Lines("ok", -100, 100), [Line(7, "refused", true) with { Count = 30 }, Line(3, "refused", true), Line(1, "refused", true) with { Count = 0 }]),
            s => s.Text.Contains("refused", StringComparison.Ordinal));

        Assert.Equal("error line \"refused\" 31 times in 131 lines, before 0 in 100", symptom.Text);
        // The records need not be in order of time.
        Assert.Equal(Onset.AddSeconds(3), symptom.Since);
    }

    [Fact]
    public void Find_OrdinaryLineThatIsGone_SaysSinceNoMoment()
    {
        var symptom = Assert.Single(Find(Lines("ok", -100, 100), Lines("heartbeat", -100, 0)), s => s.Text.Contains("heartbeat", StringComparison.Ordinal));

        Assert.Equal("line \"heartbeat\" 0 times in 100 lines, before 100 in 200", symptom.Text);
        Assert.Null(symptom.Since);
    }

    [Fact]
    public void Find_SameChange_WeighsMostInErrorsThenInLinesThatCameOrWent()
    {
        double error = Strength(0, true), appeared = Strength(0, false);
        double moreErrors = Strength(1, true), mix = Strength(1, false);

        Assert.True(appeared > 0 && mix > 0);
        Assert.Equal(4, error / appeared, 6);
        Assert.Equal(16, moreErrors / mix, 6);

        static double Strength(int before, bool isError) => Assert.Single(
            Find([.. Lines("ok", -100, 100), .. Enumerable.Range(-before, before).Select(s => Line(s, "x", isError))], [.. Enumerable.Range(0, 40).Select(s => Line(s, "x", isError))]),
            s => s.Text.Contains("\"x\"", StringComparison.Ordinal)).Strength;
    }

    [Fact]
    public void Find_NothingChanged_IsNoSymptom() => Assert.Empty(Find([.. Lines("read", -100, 100)], [.. Lines("write", -100, 100)]));

    [Fact]
    public void Find_TwoNodes_AreComparedEachByItself()
    {
        LogRecord[] other = [.. Lines("ok", -100, 100).Select(l => l with { Node = "db" })];

        var symptom = Assert.Single(Find([.. Lines("ok", -100, 100), .. Errors("refused", 0, 20)], other), s => s.Text.Contains("refused", StringComparison.Ordinal));

        Assert.Equal(("api", "error line \"refused\" 20 times in 120 lines, before 0 in 100"), (symptom.Node, symptom.Text));
    }

    private static LogRecord[] Errors(string template, int from, int until) =>
        [.. Enumerable.Range(from, until - from).Select(s => Line(s, template, true))];

    private static List<Symptom> Find(LogRecord[] some, LogRecord[] others) =>
        LogSymptoms.Find(new IncidentCase { Logs = [.. some, .. others] }, Onset, new RootCauseOptions());

    private static LogRecord[] Lines(string template, int from, int until) =>
        [.. Enumerable.Range(from, until - from).Select(s => Line(s, template, false))];

    private static LogRecord Line(int second, string template, bool isError) => new(Onset.AddSeconds(second), "api", template, isError);
}
