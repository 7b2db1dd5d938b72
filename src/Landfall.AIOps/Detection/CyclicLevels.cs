namespace Landfall.AIOps.Detection;

/// <summary>The usual level in each hour of a day or week, an exponentially fading mean, and how far off it usually is.</summary>
internal sealed class CyclicLevels
{
    private const double Fade = 0.2;
    private readonly int _hours;
    private readonly float[] _levels;
    private readonly float[] _deviations;
    private readonly byte[] _seen;

    /// <param name="hours">The length of the cycle.</param>
    public CyclicLevels(int hours)
    {
        _hours = hours;
        _levels = new float[hours];
        _deviations = new float[hours];
        _seen = new byte[hours];
        Array.Fill(_levels, float.NaN);
    }

    /// <summary>Reads the level at a phase in hours, in between two hours' middles; NaN while nothing is known.</summary>
    public double Level(double phase)
    {
        var hour = (int)phase;
        var offset = phase - hour - 0.5;
        var neighbour = offset > 0 ? hour + 1 : hour - 1;
        neighbour = neighbour < 0 ? _hours - 1 : neighbour == _hours ? 0 : neighbour;
        double here = _levels[hour], there = _levels[neighbour];
        var between = here + ((there - here) * Math.Abs(offset));
        return !double.IsNaN(between) ? between : double.IsNaN(here) ? there : here;
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
        if (_seen[hour] == 1)
            _levels[hour] = 0;
        _levels[hour] += (float)(gain * (mean - _levels[hour]));
        _deviations[hour] += (float)(gain * (deviation - _deviations[hour]));
    }

    public void Save(BinaryWriter writer)
    {
        for (var i = 0; i < _hours; i++)
        {
            writer.Write(_levels[i]);
            writer.Write(_deviations[i]);
        }

        writer.Write(_seen);
    }

    public void Restore(BinaryReader reader)
    {
        for (var i = 0; i < _hours; i++)
        {
            _levels[i] = reader.ReadSingle();
            _deviations[i] = reader.ReadSingle();
        }

        reader.ReadBytes(_hours).CopyTo(_seen, 0);
    }
}
