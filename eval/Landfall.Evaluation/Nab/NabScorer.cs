namespace Landfall.Evaluation.Nab;

/// <summary>
/// The benchmark's scoring rule (Lavin and Ahmad, "Evaluating Real-time Anomaly Detection Algorithms: the Numenta Anomaly
/// Benchmark", 2015, with the rules of the benchmark's version 1.1).
/// </summary>
internal static class NabScorer
{
    /// <summary>The worth of an alarm at a relative position: -1 is a window's start, 0 its end, positive is past it.</summary>
    public static double Sigmoid(double position) => position >= 3 ? -1 : (2 / (1 + Math.Exp(5 * position))) - 1;

    /// <summary>Rates every row that counts, that is after the probation.</summary>
    /// <param name="series">The series and its windows.</param>
    /// <param name="scores">One score per row.</param>
    /// <param name="firstWindow">The number of the series' first window in the corpus, so that numbers do not clash.</param>
    public static IEnumerable<NabRow> Rows(NabSeries series, IReadOnlyList<double> scores, int firstWindow = 0)
    {
        var best = Sigmoid(-1);
        var next = 0;
        for (var row = 0; row < scores.Count; row++)
        {
            while (next < series.Windows.Count && row > series.Windows[next].Last)
                next++;
            var inside = next < series.Windows.Count && row >= series.Windows[next].First;
            if (row < series.Probation)
                continue;
            if (inside)
            {
                var window = series.Windows[next];
                yield return new NabRow(firstWindow + next, Sigmoid(-(window.Last - row + 1.0) / window.Length) / best, scores[row]);
            }
            else if (next == 0)
            {
                yield return new NabRow(-1, -1, scores[row]);
            }
            else
            {
                var past = series.Windows[next - 1];
                yield return new NabRow(-1, Sigmoid((row - past.Last) / (past.Length - 1.0)), scores[row]);
            }
        }
    }

    /// <summary>The corpus' score, 0 for a detector that never speaks and 100 for one that is early every time.</summary>
    /// <param name="rows">The rated rows of all series.</param>
    /// <param name="windows">Labelled windows in the corpus, including those that lie in a probation.</param>
    /// <param name="profile">The costs.</param>
    /// <param name="threshold">Rows with at least this score are alarms.</param>
    public static double Score(IEnumerable<NabRow> rows, int windows, NabProfile profile, double threshold)
    {
        var tally = new NabTally(profile);
        foreach (var row in rows)
        {
            tally.Expect(row);
            if (row.Score >= threshold)
                tally.Alarm(row);
        }

        return Normalise(tally, windows, profile);
    }

    /// <summary>
    /// The best score over all thresholds and the threshold that gives it. The benchmark chooses one threshold for the
    /// whole corpus after the fact; the highest one wins a tie.
    /// </summary>
    public static NabBest Best(IEnumerable<NabRow> rows, int windows, NabProfile profile)
    {
        var sorted = rows.ToArray();
        Array.Sort(sorted, (a, b) => b.Score.CompareTo(a.Score));
        var tally = new NabTally(profile);
        foreach (var row in sorted)
            tally.Expect(row);
        var best = new NabBest(Normalise(tally, windows, profile), 1.1);
        for (var i = 0; i < sorted.Length; i++)
        {
            tally.Alarm(sorted[i]);
            if (i + 1 < sorted.Length && sorted[i + 1].Score.Equals(sorted[i].Score))
                continue;
            var score = Normalise(tally, windows, profile);
            if (score > best.Score)
                best = new NabBest(score, sorted[i].Score);
        }

        return best;
    }

    /// <summary>Puts a raw score on the scale from 0, silence, to 100, every window at its first row.</summary>
    public static double Normalise(NabTally tally, int windows, NabProfile profile)
    {
        var perfect = windows * profile.TruePositive;
        var silent = tally.Silent;
        return perfect.Equals(silent) ? 0 : 100 * (tally.Raw - silent) / (perfect - silent);
    }
}
