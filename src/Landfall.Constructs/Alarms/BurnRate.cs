namespace Landfall.Constructs.Alarms;

/// <summary>
/// How much faster than allowed a service uses up what it may fail in thirty days, before somebody has to know: "multiwindow,
/// multi-burn-rate alerts" (The Site Reliability Workbook, chapter 5, Alerting on SLOs, table 5-8).
/// </summary>
/// <param name="Share">The share of the thirty days' errors that is used up when it rings.</param>
/// <param name="Long">The time in which that happens.</param>
/// <param name="IsFast">True for what cannot wait.</param>
internal sealed record BurnRate(double Share, TimeSpan Long, bool IsFast)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>The workbook's, from the fastest on.</summary>
    public static readonly IReadOnlyList<BurnRate> All =
    [
        new(0.02, TimeSpan.FromHours(1), IsFast: true),
        new(0.05, TimeSpan.FromHours(6), IsFast: true),
        new(0.10, TimeSpan.FromDays(1), IsFast: false),
        new(0.10, TimeSpan.FromDays(3), IsFast: false),
    ];

    /// <summary>How many times faster than allowed.</summary>
    public double Factor => Share * (Month / Long);

    /// <summary>"The short window 1/12 the duration of the long window", so that it stops soon after the trouble has.</summary>
    public TimeSpan Short => Long / 12;

    /// <summary>The share of bad answers, in percent, above which it is that fast.</summary>
    /// <param name="objective">The share of good answers that is promised, in percent.</param>
    public double Threshold(double objective) => Math.Round(Factor * (100 - objective), 6);
}
