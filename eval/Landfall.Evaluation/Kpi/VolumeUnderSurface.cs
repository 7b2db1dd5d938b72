namespace Landfall.Evaluation.Kpi;

/// <summary>
/// VUS-PR: the area under the curve of precision over recall, averaged over how far beside a label an alarm may lie
/// (Paparrizos et al., VLDB 2022, in the form of TSB-AD, NeurIPS 2024).
/// </summary>
internal static class VolumeUnderSurface
{
    private const int Thresholds = 250;

    /// <summary>Returns the volume, 0 to 1.</summary>
    /// <param name="events">The runs of anomalous rows, at least one.</param>
    /// <param name="scores">A score for every row, higher where more unusual.</param>
    /// <param name="tolerance">The largest tolerance in rows.</param>
    public static double Measure(IReadOnlyList<(int First, int Last)> events, IReadOnlyList<double> scores, int tolerance)
    {
        var (steps, predicted) = Steps(scores);
        var sum = 0.0;
        for (var window = 0; window <= tolerance; window++)
            sum += Area(events, steps, predicted, window);
        return sum / (tolerance + 1);
    }

    /// <summary>For each row, the first of the falling thresholds that predicts it; for each threshold, how many rows it predicts.</summary>
    private static (int[] Steps, double[] Predicted) Steps(IReadOnlyList<double> scores)
    {
        var sorted = scores.OrderDescending().ToArray();
        var thresholds = Enumerable.Range(0, Thresholds)
            .Select(k => sorted[(int)((double)k * (scores.Count - 1) / (Thresholds - 1))]).ToArray();
        var rising = thresholds.Reverse().ToArray();
        var steps = new int[scores.Count];
        var predicted = new double[Thresholds];
        for (var row = 0; row < scores.Count; row++)
        {
            var at = Array.BinarySearch(rising, scores[row]);
            var reached = at >= 0 ? at : ~at - 1;
            while (reached + 1 < Thresholds && rising[reached + 1] <= scores[row])
                reached++;
            steps[row] = Thresholds - 1 - reached;
            predicted[steps[row]]++;
        }

        for (var k = 1; k < Thresholds; k++)
            predicted[k] += predicted[k - 1];
        return (steps, predicted);
    }

    private static double Area(IReadOnlyList<(int First, int Last)> events, int[] steps, double[] predicted, int window)
    {
        var half = window / 2;
        var (hits, beside, found) = (new double[Thresholds], new double[Thresholds], new double[Thresholds]);
        var anomalous = 0;
        var segments = 0;
        for (var i = 0; i < events.Count;)
        {
            var from = Math.Max(0, events[i].First - half);
            var next = i + 1;
            while (next < events.Count && events[next - 1].Last + half >= events[next].First - half)
                next++;
            var to = Math.Min(steps.Length - 1, events[next - 1].Last + half);
            var earliest = Thresholds - 1;
            for (var row = from; row <= to; row++)
            {
                var weight = Weight(events, i, next, row, window, half);
                earliest = Math.Min(earliest, steps[row]);
                hits[steps[row]] += weight.Extended;
                if (weight.Inside)
                    anomalous++;
                else
                    beside[steps[row]] += weight.Extended;
            }

            found[earliest]++;
            segments++;
            i = next;
        }

        return Sum(hits, beside, found, predicted, anomalous, segments);
    }

    private static double Sum(double[] hits, double[] beside, double[] found, double[] predicted, int anomalous, int segments)
    {
        var (area, before) = (0.0, 0.0);
        var (hit, labelled, seen) = (0.0, (double)anomalous, 0.0);
        for (var k = 0; k < Thresholds; k++)
        {
            hit += hits[k];
            labelled += beside[k];
            seen += found[k];
            var recall = Math.Min(hit / ((anomalous + labelled) / 2), 1) * seen / segments;
            area += (recall - before) * hit / predicted[k];
            before = recall;
        }

        return area;
    }

    /// <summary>What a row counts: 1 inside an event, less the further beside one it lies, at most 1 beside two.</summary>
    private static (double Extended, bool Inside) Weight(
        IReadOnlyList<(int First, int Last)> events, int first, int next, int row, int window, int half)
    {
        var sum = 0.0;
        for (var i = first; i < next; i++)
        {
            if (row >= events[i].First && row <= events[i].Last)
                return (1, true);
            var away = row < events[i].First ? events[i].First - row : row - events[i].Last;
            if (away <= half)
                sum += Math.Sqrt(1 - ((double)away / window));
            else if (row < events[i].First)
                break;
        }

        return (Math.Min(1, sum), false);
    }
}
