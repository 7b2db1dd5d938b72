namespace Landfall.AIOps.Detection;

/// <summary>
/// Turns distances from a <see cref="NoveltyMemory"/> into a number without unit: the logarithm of how much further the
/// value lies out than new values of this signal usually do. The reference grows with the square root of the history, since
/// the longer a signal has been watched the more often something lies a little outside.
/// </summary>
internal sealed class Surprise(int capacity)
{
    private const int Warmup = 20;
    private readonly NoveltyMemory _memory = new(capacity);
    private double _sum;
    private int _count;

    /// <summary>Returns 0 for what is usual, above it the natural logarithm of the excess.</summary>
    public double Observe(double value)
    {
        var distance = _memory.Observe(value);
        _count++;
        if (_count <= Warmup)
            return 0;
        var usual = _sum / (_count - 1) * Math.Sqrt(_count / 1000.0);
        _sum += distance;
        return usual > 0 && distance > usual ? Math.Log(distance / usual) : 0;
    }
}
