using FsCheck;
using FsCheck.Fluent;
using Landfall.AIOps.Changes;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;

namespace Landfall.AIOps.Tests.RootCause;

public sealed class RootCauseAnalyzerProperties
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    private static readonly Config Config = PropertyRuns.Of(100);

    private static readonly RootCauseAnalyzer Analyzer = new();

    [Fact]
    public void Analyze_NodesRenamed_GivesSameScores() =>
        Check.One(Config, Prop.ForAll(Seeds, seed =>
        {
            var incident = RandomIncident.Of(seed);
            var random = new Random(seed);
            var names = Enumerable.Range(0, 10).ToDictionary(i => $"n{i}", i => $"{(char)('a' + random.Next(26))}{random.Next()}-{i}");
            return Scores(incident, n => names[n]).SequenceEqual(Scores(Shop.Rename(incident, n => names[n]), n => n));
        }));

    [Fact]
    public void Analyze_InputInAnyOrder_GivesSameScores() =>
        Check.One(Config, Prop.ForAll(Seeds, seed =>
        {
            var incident = RandomIncident.Of(seed);
            var random = new Random(seed);
            var shuffled = incident with
            {
                Metrics = RandomIncident.Shuffle(incident.Metrics, random),
                Logs = RandomIncident.Shuffle(incident.Logs, random),
                Spans = RandomIncident.Shuffle(incident.Spans, random),
                Changes = RandomIncident.Shuffle(incident.Changes, random),
                Topology = new TopologyGraph(RandomIncident.Shuffle(incident.Topology.Edges, random)),
            };
            return Scores(incident, n => n).SequenceEqual(Scores(shuffled, n => n));
        }));

    // Latencies are compared between nodes and requests are counts; all other metrics may be in any unit.
    [Fact]
    public void Analyze_OtherUnits_GivesSameScores() =>
        Check.One(Config, Prop.ForAll(Seeds, seed =>
        {
            var incident = RandomIncident.Of(seed);
            var random = new Random(seed);
            var common = Math.Pow(2, random.Next(-10, 11));
            var other = incident with
            {
                Metrics = [.. incident.Metrics.Select(m => m.Kind switch
                {
                    MetricKind.Latency => Times(m, common),
                    MetricKind.Cpu or MetricKind.Memory => Times(m, Math.Pow(2, random.Next(-10, 11))),
                    _ => m,
                })],
            };
            return Scores(incident, n => n).SequenceEqual(Scores(other, n => n));
        }));

    [Fact]
    public void Analyze_AnySourceMissing_StillAnswers() =>
        Check.One(Config, Prop.ForAll(Seeds, Gen.Choose(0, 127).ToArbitrary(), (seed, given) =>
        {
            var all = RandomIncident.Of(seed);
            var incident = all with
            {
                Metrics = (given & 1) != 0 ? all.Metrics : [],
                Logs = (given & 2) != 0 ? all.Logs : [],
                Spans = (given & 4) != 0 ? all.Spans : [],
                Changes = (given & 8) != 0 ? all.Changes : Array.Empty<ChangeEvent>(),
                Topology = (given & 16) != 0 ? all.Topology : TopologyGraph.Empty,
                Target = (given & 32) != 0 ? all.Target : null,
                Onset = (given & 64) != 0 ? all.Onset : null,
            };
            var report = Analyzer.Analyze(incident);
            return (report.Verdict == RootCauseVerdict.NoIncident) == (report.Candidates.Count == 0)
                && report.Summary.Length > 0
                && report.Candidates.All(c => double.IsFinite(c.Score) && c.Confidence is >= 0 and <= 1 && c.Evidence.Count > 0)
                && report.Candidates.Sum(c => c.Confidence) <= 1.000001
                && report.Candidates.Zip(report.Candidates.Skip(1)).All(p => p.First.Score >= p.Second.Score);
        }));

    private static MetricSeries Times(MetricSeries series, double unit) => series with { Values = [.. series.Values.Select(v => v * unit)] };

    // Nodes of equal score may change places.
    private static IEnumerable<(double, string)> Scores(IncidentCase incident, Func<string, string> name) =>
        Analyzer.Analyze(incident).Candidates.Select(c => (Math.Round(c.Score, 6), name(c.Node))).Order();
}
