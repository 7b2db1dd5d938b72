namespace Landfall.AIOps.Detection;

/// <summary>The usual value at each time of day, learned as an exponentially fading mean per hour and read in between.</summary>
internal sealed class DailyProfile
{
    private const int Hours = 24;
    private const double Fade = 0.1;
    private readonly float[] _level = new float[Hours];
    private readonly byte[] _days = new byte[Hours];
    private int _hour = -1;
    private double _sum;
    private int _count;

    /// <summary>Returns what is left of the value after the usual value at this time (0 while unknown) and learns from it.</summary>
    public double Observe(DateTimeOffset time, double value)
    {
        var phase = time.UtcDateTime.TimeOfDay.TotalHours;
        var hour = (int)phase;
        var rest = value - Expect(phase, hour, value);
        if (hour != _hour)
            Close(hour);
        _sum += value;
        _count++;
        return rest;
    }

    private double Expect(double phase, int hour, double unknown)
    {
        var offset = phase - hour - 0.5;
        var neighbour = (hour + (offset > 0 ? 1 : Hours - 1)) % Hours;
        return (_days[hour] > 0, _days[neighbour] > 0) switch
        {
            (true, true) => _level[hour] + ((_level[neighbour] - _level[hour]) * Math.Abs(offset)),
            (true, false) => _level[hour],
            (false, true) => _level[neighbour],
            _ => unknown,
        };
    }

    private void Close(int next)
    {
        if (_hour >= 0)
        {
            if (_days[_hour] < byte.MaxValue)
                _days[_hour]++;
            _level[_hour] += (float)(Math.Max(1.0 / _days[_hour], Fade) * ((_sum / _count) - _level[_hour]));
        }

        _hour = next;
        _sum = 0;
        _count = 0;
    }
}
