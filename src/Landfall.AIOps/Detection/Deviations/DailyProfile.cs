namespace Landfall.AIOps.Detection.Deviations;

/// <summary>The usual value in each ten minutes of a day, a fading mean over the days.</summary>
internal sealed class DailyProfile
{
    private const int Slots = 144;

    /// <summary>What a new day counts for once five have passed: a week's change of habits is followed, one day's incident is not.</summary>
    private const double LeastGain = 0.2;
    private readonly float[] _levels = new float[Slots];
    private readonly byte[] _days = new byte[Slots];
    private int _slot = -1;
    private double _sum;
    private int _count;

    public DailyProfile() => Array.Fill(_levels, float.NaN);

    /// <summary>The level usual at a time of day, in between the middles of two slots; NaN while unknown.</summary>
    public double Level(long ticks) => CyclicLevels.Between(_levels, Phase(ticks));

    /// <summary>Learns from a value; a slot is learned when it has passed.</summary>
    /// <param name="ticks">Coordinated universal time in ticks of 100 ns.</param>
    /// <param name="value">The value.</param>
    /// <param name="limit">By how much a day may differ from the level before it counts as just that much.</param>
    public void Learn(long ticks, double value, double limit)
    {
        var slot = (int)Phase(ticks);
        if (slot != _slot)
        {
            if (_count > 0)
                Close(_sum / _count, limit);
            (_slot, _sum, _count) = (slot, 0, 0);
        }

        _sum += value;
        _count++;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var level in _levels)
            writer.Write(level);
        writer.Write(_days);
        writer.Write(_slot);
        writer.Write(_sum);
        writer.Write(_count);
    }

    public void Restore(BinaryReader reader)
    {
        for (var i = 0; i < Slots; i++)
            _levels[i] = reader.ReadSingle();
        reader.ReadBytes(Slots).CopyTo(_days, 0);
        (_slot, _sum, _count) = (reader.ReadInt32(), reader.ReadDouble(), reader.ReadInt32());
    }

    private static double Phase(long ticks) => (double)(ticks % TimeSpan.TicksPerDay) * Slots / TimeSpan.TicksPerDay;

    private void Close(double mean, double limit)
    {
        if (_days[_slot] < byte.MaxValue)
            _days[_slot]++;
        var (days, level) = (_days[_slot], (double)_levels[_slot]);
        if (double.IsNaN(level))
        {
            _levels[_slot] = (float)mean;
            return;
        }

        var change = days > 2 && limit > 0 ? Math.Clamp(mean - level, -limit, limit) : mean - level;
        _levels[_slot] += (float)(Math.Max(1.0 / days, LeastGain) * change);
    }
}
