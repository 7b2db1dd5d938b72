namespace Landfall.AIOps.Detection;

/// <summary>The usual level in each hour of a day or week, an exponentially fading mean, and how far off it usually is.</summary>
internal sealed class CyclicLevels(int hours)
{
    private const double Fade = 0.2;
    private readonly float[] _levels = new float[hours];
    private readonly float[] _deviations = new float[hours];
    private readonly byte[] _seen = new byte[hours];

    /// <summary>Reads the level at a phase in hours, in between two hours' middles; NaN while nothing is known.</summary>
    public double Level(double phase)
    {
        var hour = (int)phase;
        var offset = phase - hour - 0.5;
        var neighbour = offset > 0 ? hour + 1 : hour - 1;
        neighbour = neighbour < 0 ? hours - 1 : neighbour == hours ? 0 : neighbour;
        if (_seen[hour] == 0)
            return _seen[neighbour] == 0 ? double.NaN : _levels[neighbour];
        return _seen[neighbour] == 0
            ? _levels[hour]
            : _levels[hour] + (((double)_levels[neighbour] - _levels[hour]) * Math.Abs(offset));
    }

    /// <summary>The mean absolute deviation from the level in an hour; 0 while nothing is known.</summary>
    public double Deviation(int hour) => _deviations[hour];

    /// <summary>Learns from an hour that has passed.</summary>
    /// <param name="hour">Which hour of the cycle.</param>
    /// <param name="mean">The mean value in it.</param>
    /// <param name="deviation">The mean absolute difference from what was expected.</param>
    public void Learn(int hour, double mean, double deviation)
    {
        if (_seen[hour] < byte.MaxValue)
            _seen[hour]++;
        var gain = Math.Max(1.0 / _seen[hour], Fade);
        _levels[hour] += (float)(gain * (mean - _levels[hour]));
        _deviations[hour] += (float)(gain * (deviation - _deviations[hour]));
    }

    public void Save(BinaryWriter writer)
    {
        for (var i = 0; i < hours; i++)
        {
            writer.Write(_levels[i]);
            writer.Write(_deviations[i]);
        }

        writer.Write(_seen);
    }

    public void Restore(BinaryReader reader)
    {
        for (var i = 0; i < hours; i++)
        {
            _levels[i] = reader.ReadSingle();
            _deviations[i] = reader.ReadSingle();
        }

        reader.ReadBytes(hours).CopyTo(_seen, 0);
    }
}
