namespace Landfall.AIOps.Detection;

/// <summary>Learns how often points arrive, to tell a gap from the usual interval.</summary>
internal sealed class ArrivalTimes
{
    private const double Gain = 0.05;
    private const double GapFactor = 10;
    private const int LeastPoints = 10;
    private double _interval;
    private long _last;
    private int _count;

    /// <summary>The usual interval; zero while unknown.</summary>
    public TimeSpan Interval => TimeSpan.FromTicks((long)_interval);

    /// <summary>The latest time seen, in ticks.</summary>
    public long Last => _last;

    /// <summary>Returns whether points are missing between this one and the one before.</summary>
    public bool Observe(long ticks)
    {
        var step = ticks - _last;
        if (_count == 0)
        {
            _last = ticks;
            _count = 1;
            return false;
        }

        if (step <= 0)
            return false;
        var gap = IsGap(step);
        _interval += Math.Max(1.0 / _count, Gain) * (Math.Min(step, _count < LeastPoints ? double.MaxValue : 2 * _interval) - _interval);
        _count = Math.Min(_count + 1, int.MaxValue - 1);
        _last = ticks;
        return gap;
    }

    /// <summary>Whether no point has come for so long that some must be missing.</summary>
    public bool IsSilent(long now) => _count > 0 && IsGap(now - _last);

    public void Save(BinaryWriter writer)
    {
        writer.Write(_interval);
        writer.Write(_last);
        writer.Write(_count);
    }

    public void Restore(BinaryReader reader)
    {
        _interval = reader.ReadDouble();
        _last = reader.ReadInt64();
        _count = reader.ReadInt32();
    }

    private bool IsGap(double step) => _count >= LeastPoints && step > GapFactor * _interval;
}
