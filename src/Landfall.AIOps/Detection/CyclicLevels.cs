namespace Landfall.AIOps.Detection;

/// <summary>The usual level in each hour of a day or week, an exponentially fading mean.</summary>
internal sealed class CyclicLevels
{
    private const double Fade = 0.1;
    private readonly int _hours;
    private readonly float[] _levels;
    private readonly byte[] _seen;

    /// <param name="hours">The length of the cycle.</param>
    public CyclicLevels(int hours)
    {
        _hours = hours;
        _levels = new float[hours];
        _seen = new byte[hours];
        Array.Fill(_levels, float.NaN);
    }

    /// <summary>Reads the level at a phase in hours, in between two hours' middles; NaN while nothing is known.</summary>
    public double Level(double phase) => Between(_levels, phase);

    /// <summary>Reads a level of a cycle in between the middles of two of its slots; NaN while nothing is known there.</summary>
    /// <param name="levels">The levels of the slots.</param>
    /// <param name="phase">Where in the cycle, in slots.</param>
    public static double Between(ReadOnlySpan<float> levels, double phase)
    {
        var slot = (int)phase;
        var offset = phase - slot - 0.5;
        var neighbour = offset > 0 ? slot + 1 : slot - 1;
        neighbour = neighbour < 0 ? levels.Length - 1 : neighbour == levels.Length ? 0 : neighbour;
        double here = levels[slot], there = levels[neighbour];
        var between = here + ((there - here) * Math.Abs(offset));
        return !double.IsNaN(between) ? between : double.IsNaN(here) ? there : here;
    }

    /// <summary>Learns from an hour that has passed.</summary>
    /// <param name="hour">Which hour of the cycle.</param>
    /// <param name="mean">The mean value in it.</param>
    public void Learn(int hour, double mean)
    {
        if (_seen[hour] < byte.MaxValue)
            _seen[hour]++;
        var gain = Math.Max(1.0 / _seen[hour], Fade);
        if (_seen[hour] == 1)
            _levels[hour] = 0;
        _levels[hour] += (float)(gain * (mean - _levels[hour]));
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var level in _levels)
            writer.Write(level);

        writer.Write(_seen);
    }

    public void Restore(BinaryReader reader)
    {
        for (var i = 0; i < _hours; i++)
            _levels[i] = reader.ReadSingle();

        reader.ReadBytes(_hours).CopyTo(_seen, 0);
    }
}
