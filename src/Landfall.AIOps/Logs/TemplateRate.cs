namespace Landfall.AIOps.Logs;

/// <summary>How often one template comes: the present interval's count against a forgetting mean and variance.</summary>
internal sealed class TemplateRate
{
    private const int LeastIntervals = 10;

    public long Count { get; set; }

    public double Mean { get; private set; }

    public double Variance { get; private set; }

    public int Intervals { get; private set; }

    /// <summary>1 while the rate is reported as up, -1 while down, else 0.</summary>
    public int Reported { get; set; }

    /// <summary>
    /// How many standard deviations the present count is off. The square root makes counts of any size comparable
    /// (Anscombe 1948), the dispersion accounts for bursts that are usual for this template.
    /// </summary>
    public double Deviation()
    {
        if (Intervals < LeastIntervals)
            return 0;
        var dispersion = Math.Max(1, Variance / Math.Max(Mean, 0.1));
        return 2 * (Math.Sqrt(Count + 0.375) - Math.Sqrt(Mean + 0.375)) / Math.Sqrt(dispersion);
    }

    /// <summary>Takes the present count into the baseline, little while it is out of the ordinary, and starts the next.</summary>
    public void Close(int memory, bool unusual)
    {
        Intervals++;
        var weight = Math.Max(1.0 / Intervals, 1.0 / memory) * (unusual ? 0.2 : 1);
        var error = Count - Mean;
        Mean += weight * error;
        Variance = (1 - weight) * (Variance + weight * error * error);
        Count = 0;
    }

    public void Absorb(TemplateRate other)
    {
        Count += other.Count;
        Mean += other.Mean;
        Variance += other.Variance;
        Intervals = Math.Max(Intervals, other.Intervals);
        Reported = Reported == 0 ? other.Reported : Reported;
    }

    public LogRateState Save(long id) => new(id, Count, Mean, Variance, Intervals, Reported);

    public static TemplateRate Restore(LogRateState state) => new()
    {
        Count = state.Count,
        Mean = state.Mean,
        Variance = state.Variance,
        Intervals = state.Intervals,
        Reported = state.Reported,
    };
}
