namespace Landfall.AIOps.Detection;

/// <summary>
/// Notices growth that has become usual, a mean that has moved the same way on each of seven days, and says how far the
/// level has moved by it since. Anything else, such as a step or a leak in its first days, is left in.
/// </summary>
internal sealed class Trend
{
    private const int Days = 8;
    private const double Largest = 1e37;
    private readonly float[] _means = new float[Days];
    private int _known;
    private long _day = -1;
    private long _last;
    private double _sum;
    private int _count;
    private double _perDay;
    private double _moved;

    /// <summary>Returns how far the level has moved by usual growth, and learns from the value.</summary>
    public double Observe(long ticks, double value)
    {
        var day = ticks / TimeSpan.TicksPerDay;
        if (day > _day)
        {
            if (_count > 0)
                Close(day - _day);
            _day = day;
        }

        if (ticks > _last)
        {
            if (_perDay != 0)
                _moved = Math.Clamp(_moved + (_perDay * Math.Min(1, (ticks - _last) / (double)TimeSpan.TicksPerDay)), -Largest, Largest);
            _last = ticks;
        }

        _sum += value;
        _count++;
        return _moved;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var mean in _means)
            writer.Write(mean);
        foreach (var number in (long[])[_known, _day, _last, _count])
            writer.Write(number);
        foreach (var number in (double[])[_sum, _perDay, _moved])
            writer.Write(number);
    }

    public void Restore(BinaryReader reader)
    {
        for (var i = 0; i < Days; i++)
            _means[i] = reader.ReadSingle();
        (_known, _day, _last, _count) =
            ((int)reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), (int)reader.ReadInt64());
        (_sum, _perDay, _moved) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }

    /// <summary>Ends a day. Days without a point break the run of days.</summary>
    private void Close(long daysLater)
    {
        Array.Copy(_means, 1, _means, 0, Days - 1);
        _means[^1] = (float)(_sum / _count);
        _known = daysLater == 1 ? Math.Min(_known + 1, Days) : 0;
        _sum = _count = 0;
        var (rises, falls) = (0, 0);
        for (var i = 1; i < Days; i++)
        {
            if (_means[i] > _means[i - 1])
                rises++;
            else if (_means[i] < _means[i - 1])
                falls++;
        }

        var steady = _known == Days && Math.Max(rises, falls) == Days - 1;
        _perDay = steady ? (_means[^1] - _means[0]) / (double)(Days - 1) : 0;
    }
}
