namespace Landfall.AIOps.Detection;

/// <summary>
/// Recognises a counter, a series that only rises until it starts again from its bottom, and reads it as its increase per
/// second; other series pass through.
/// </summary>
internal sealed class CounterReader
{
    private const int PointsToTell = 64;
    private const int RisesToTell = 32;
    private const double Bottom = 0.1;
    private double _last;
    private double _least = double.MaxValue;
    private double _most = double.MinValue;
    private double _rate;
    private long _lastTicks;
    private int _points;
    private int _rises;
    private bool _fell;

    /// <summary>Whether the series is read as a counter.</summary>
    public bool IsCounter { get; private set; }

    /// <summary>Reads the next value.</summary>
    /// <param name="ticks">Its time in ticks of 100 ns.</param>
    /// <param name="value">The value as observed.</param>
    /// <param name="changed">Whether the reading has changed its meaning, so that what was learned no longer applies.</param>
    public double Read(long ticks, double value, out bool changed)
    {
        var step = value - _last;
        var seconds = (ticks - _lastTicks) / (double)TimeSpan.TicksPerSecond;
        var restarted = value <= _least + (Bottom * (_most - _least));
        _least = Math.Min(_least, value);
        _most = Math.Max(_most, value);
        changed = false;
        if (_points > 0 && !_fell)
        {
            if (step > 0)
                _rises++;
            if (step < 0 && !(IsCounter && restarted))
            {
                _fell = true;
                changed = IsCounter;
                IsCounter = false;
            }
        }

        _points = Math.Min(_points + 1, PointsToTell);
        if (!IsCounter && !_fell && _points == PointsToTell && _rises >= RisesToTell)
            changed = IsCounter = true;
        if (step >= 0 && seconds > 0)
            _rate = step / seconds;
        _last = value;
        _lastTicks = ticks;
        return IsCounter ? _rate : value;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var number in (double[])[_last, _least, _most, _rate])
            writer.Write(number);
        foreach (var number in (long[])[_lastTicks, _points, _rises])
            writer.Write(number);
        writer.Write(_fell);
        writer.Write(IsCounter);
    }

    public void Restore(BinaryReader reader)
    {
        (_last, _least, _most, _rate) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        _lastTicks = reader.ReadInt64();
        (_points, _rises) = ((int)reader.ReadInt64(), (int)reader.ReadInt64());
        (_fell, IsCounter) = (reader.ReadBoolean(), reader.ReadBoolean());
    }
}
