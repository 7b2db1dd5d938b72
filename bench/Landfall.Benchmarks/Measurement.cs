namespace Landfall.Benchmarks;

/// <summary>The runs of one program.</summary>
/// <param name="Name">What was run.</param>
/// <param name="Seconds">The wall-clock time of each run.</param>
/// <param name="PeakBytes">The most memory of any run: see <see cref="ProcessTree"/>.</param>
/// <param name="Resources">How many resources its templates hold, or null where it writes none.</param>
internal sealed record Measurement(string Name, IReadOnlyList<double> Seconds, long PeakBytes, int? Resources = null)
{
    /// <summary>The fastest run, in seconds.</summary>
    public double Fastest => Seconds.Min();

    /// <summary>The middle run, in seconds; the lower one of two.</summary>
    public double Median => Seconds.Order().ElementAt((Seconds.Count - 1) / 2);
}
