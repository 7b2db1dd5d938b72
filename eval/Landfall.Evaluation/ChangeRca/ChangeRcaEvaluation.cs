using System.Globalization;
using Landfall.AIOps.Releases;

namespace Landfall.Evaluation.ChangeRca;

/// <summary>Judges releases: recorded ones, of which one in each case is at fault, and simulated ones.</summary>
internal sealed class ChangeRcaEvaluation : IEvaluation
{
    private const string Method = "Landfall release judge";
    private const int Releases = 10_000;

    /// <inheritdoc/>
    public string Name => "changerca";

    /// <inheritdoc/>
    public IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation)
    {
        var judged = Release.Read(context.Folder).Select(release => (Release: release, Verdict: JudgedRelease.Of(release))).ToList();
        if (context.DumpFolder is not null)
            File.WriteAllLines(Path.Combine(context.DumpFolder, "releases.csv"), judged.Select(j => $"{j.Release.Case},{j.Release.Service},{(j.Release.IsFaulty ? "faulty" : "healthy")},{j.Verdict}"));
        var healthy = judged.Where(j => !j.Release.IsFaulty).ToList();
        var faulty = judged.Where(j => j.Release.IsFaulty).ToList();

        const string Simulated = "simulated, a tenth of the traffic";
        var alike = SimulatedReleases.RequestsUntilWorse(Releases, 0.01, 0.01, 10_000, cancellation);
        var doubled = SimulatedReleases.RequestsUntilWorse(Releases, 0.02, 0.01, 50_000, cancellation);
        return
        [
            new(Method, Count("changerca, {0} healthy releases", healthy.Count), "called worse", healthy.Count(j => j.Verdict != ReleaseVerdict.Undecided), Floor: 1, Goal: 0, LowerIsBetter: true),
            new(Method, Count("changerca, {0} faulty releases", faulty.Count), "called worse, where not every fault shows at the service", faulty.Count(j => j.Verdict != ReleaseVerdict.Undecided)),
            new(Method, $"{Simulated}, 1 % fail in both", "share called worse within 10,000 requests", alike.Count(double.IsFinite) / (double)Releases, Floor: 0.01, Goal: 0.01, LowerIsBetter: true),
            new(Method, $"{Simulated}, 1 % becomes 2 %", "requests until called worse, median", doubled[Releases / 2], Floor: 2000, Goal: 2000, LowerIsBetter: true),
            new(Method, $"{Simulated}, 1 % becomes 2 %", "requests until called worse, 95th percentile", doubled[Releases * 95 / 100], Floor: 5000, Goal: 5000, LowerIsBetter: true),
        ];
    }

    private static string Count(string text, int count) => string.Format(CultureInfo.InvariantCulture, text, count);
}
