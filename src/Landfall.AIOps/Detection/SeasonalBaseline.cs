namespace Landfall.AIOps.Detection;

/// <summary>
/// What to expect at a time, from the hour of the day or, where it has shown to be clearly better, the hour of the week; and
/// an hour earlier or later where that fits better, as after a change to or from daylight-saving time.
/// </summary>
internal sealed class SeasonalBaseline
{
    private const int DayHours = 24;
    private const int WeekHours = 168;
    private const double WeeklyAfterDays = 21;
    private const double WeeklyNeeds = 0.8;
    private const double ShiftNeeds = 0.85;
    private const double ShiftMemoryHours = 8;
    private const double ErrorMemory = 1000;
    private readonly CyclicLevels _day = new(DayHours);
    private readonly CyclicLevels _week = new(WeekHours);
    private readonly CyclicLevels _deviations = new(DayHours);
    private readonly double[] _shiftErrors = new double[3];
    private double _dayError;
    private double _weekError;
    private int _count;
    private long _first;
    private long _last;
    private long _hour = -1;
    private double _sum;
    private double _deviationSum;
    private int _inHour;

    /// <summary>The level expected at the last observed time; NaN while unknown.</summary>
    public double Expected { get; private set; } = double.NaN;

    /// <summary>The mean absolute deviation from it that is usual at this hour; NaN while unknown.</summary>
    public double Deviation => _hour < 0 ? double.NaN : _deviations.Level((_hour % DayHours) + 0.5);

    /// <summary>Returns what is left of the value after the expected level (0 while unknown) and learns from it.</summary>
    /// <param name="ticks">Coordinated universal time in ticks of 100 ns.</param>
    /// <param name="value">The observed value.</param>
    public double Observe(long ticks, double value)
    {
        if (_count == 0)
            _first = _last = ticks;
        _count = Math.Min(_count + 1, int.MaxValue - 1);
        var day = (double)(ticks % TimeSpan.TicksPerDay) / TimeSpan.TicksPerHour;
        var shift = Shift(ticks, day, value);
        var phase = Wrap(day + shift, DayHours);

        // Tick 0 is a Monday; which day a week starts with does not matter.
        var week = Wrap(((double)(ticks % (7 * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerHour) + shift, WeekHours);
        var daily = _day.Level(phase);
        var weekly = _week.Level(week);
        var gain = Math.Max(1.0 / _count, 1 / ErrorMemory);
        _dayError += gain * (Error(value, daily) - _dayError);
        _weekError += gain * (Error(value, weekly) - _weekError);
        var useWeek = ticks - _first > WeeklyAfterDays * TimeSpan.TicksPerDay && _weekError < WeeklyNeeds * _dayError;
        Expected = useWeek && !double.IsNaN(weekly) ? weekly : daily;
        var rest = double.IsNaN(Expected) ? 0 : value - Expected;
        Learn(ticks / TimeSpan.TicksPerHour, value, Math.Abs(rest));
        _last = ticks;
        return rest;
    }

    public void Save(BinaryWriter writer)
    {
        _day.Save(writer);
        _week.Save(writer);
        _deviations.Save(writer);
        foreach (var number in (double[])[.. _shiftErrors, _dayError, _weekError, _sum, _deviationSum, Expected])
            writer.Write(number);
        foreach (var number in (long[])[_count, _first, _last, _hour, _inHour])
            writer.Write(number);
    }

    public void Restore(BinaryReader reader)
    {
        _day.Restore(reader);
        _week.Restore(reader);
        _deviations.Restore(reader);
        for (var i = 0; i < _shiftErrors.Length; i++)
            _shiftErrors[i] = reader.ReadDouble();
        (_dayError, _weekError) = (reader.ReadDouble(), reader.ReadDouble());
        (_sum, _deviationSum, Expected) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        _count = (int)reader.ReadInt64();
        (_first, _last, _hour) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64());
        _inHour = (int)reader.ReadInt64();
    }

    private static double Error(double value, double expected) => double.IsNaN(expected) ? 0 : Math.Abs(value - expected);

    private static double Wrap(double phase, int hours) => phase < 0 ? phase + hours : phase >= hours ? phase - hours : phase;

    private int Shift(long ticks, double day, double value)
    {
        var gain = Math.Clamp((ticks - _last) / (double)TimeSpan.TicksPerHour / ShiftMemoryHours, 0.002, 0.2);
        var (earlier, same, later) = (_shiftErrors[0], _shiftErrors[1], _shiftErrors[2]);
        for (var i = 0; i < _shiftErrors.Length; i++)
            _shiftErrors[i] += gain * (Error(value, _day.Level(Wrap(day + i - 1, DayHours))) - _shiftErrors[i]);
        return Math.Min(earlier, later) >= ShiftNeeds * same ? 0 : earlier < later ? -1 : 1;
    }

    private void Learn(long hour, double value, double deviation)
    {
        if (hour != _hour)
        {
            if (_inHour > 0)
            {
                _day.Learn((int)(_hour % DayHours), _sum / _inHour);
                _week.Learn((int)(_hour % WeekHours), _sum / _inHour);
                _deviations.Learn((int)(_hour % DayHours), _deviationSum / _inHour);
            }

            _hour = hour;
            _sum = _deviationSum = _inHour = 0;
        }

        _sum += value;
        _deviationSum += deviation;
        _inHour++;
    }
}
