using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;
using Landfall.Evaluation.PetShop;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.Tests.PetShop;

public sealed class PetShopRenamingTests
{
    [Fact]
    public void Analyze_NodesRenamedAtRandomAndSortedByName_GivesSameRanks()
    {
        var analyzer = new RootCauseAnalyzer();
        foreach (var folder in Directory.EnumerateDirectories(PublicData.Folder("petshop")).Where(f => File.Exists(Path.Combine(f, "graph.csv"))))
        {
            var scenario = PetShopScenario.Read(folder);
            foreach (var (i, issue) in scenario.Issues.Index())
            {
                var incident = PetShopCases.OfIssue(scenario, issue);
                var random = new Random(i);
                var names = incident.Topology.Nodes.Concat(incident.Metrics.Select(m => m.Node)).Distinct()
                    .ToDictionary(n => n, _ => $"node{random.Next()}-{random.Next()}");

                var given = new RankedCase(issue.Id, issue.Cause, null, analyzer.Analyze(incident));
                var renamed = new RankedCase(issue.Id, names[issue.Cause], null, analyzer.Analyze(Rename(incident, names)));

                Assert.Equal((issue.Id, given.Rank), (renamed.Id, renamed.Rank));
            }
        }
    }

    private static IncidentCase Rename(IncidentCase incident, Dictionary<string, string> names) => incident with
    {
        Metrics = [.. incident.Metrics.Select(m => m with { Node = names[m.Node] }).OrderBy(m => m.Node, StringComparer.Ordinal)],
        Topology = new TopologyGraph(
            incident.Topology.Edges.Select(e => e with { From = names[e.From], To = names[e.To] }).OrderBy(e => e.From, StringComparer.Ordinal),
            incident.Topology.Nodes.Select(n => KeyValuePair.Create(names[n], NodeKind.Unknown)).OrderBy(n => n.Key, StringComparer.Ordinal)),
        Target = incident.Target! with { Node = names[incident.Target.Node] },
    };
}
