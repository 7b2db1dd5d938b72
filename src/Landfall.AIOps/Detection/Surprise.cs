namespace Landfall.AIOps.Detection;

/// <summary>
/// Turns distances from a <see cref="NoveltyMemory"/> into a number without unit: the logarithm of how much further a value
/// lies out than new values of this signal usually do.
/// </summary>
/// <remarks>
/// The reference is the mean distance of all values so far, most of which are 0. It grows with n^0.42, because the longer a
/// signal has been watched the more often something lies a little outside, while the mean distance falls like 1/n. Where all
/// distances were 0, as with a constant signal, the first other one is taken for as large as if it had been usual once.
/// </remarks>
/// <param name="stride">Points of the series between two values of the signal.</param>
internal sealed class Surprise(int stride = 1)
{
    private const int Warmup = 40;
    private const int PowerStep = 32;
    private const double Growth = 0.42;
    private const double ReferenceLength = 1000;

    /// <summary>What the first change of a signal that was constant has to prove; 300 equal values before it suffice for an alarm.</summary>
    private const double FirstChangeHandicap = 3.5;
    private double _sum;
    private double _power;
    private int _count;

    /// <summary>Returns 0 for what is usual, above it the natural logarithm of the excess.</summary>
    /// <param name="distance">The value's distance from everything before it.</param>
    public double Observe(double distance)
    {
        if (_count < int.MaxValue)
            _count++;
        if (_count <= Warmup / stride)
            return 0;
        if (_count % Math.Max(1, PowerStep / stride) == 0 || _power == 0)
            _power = Math.Pow((double)_count * stride / ReferenceLength, Growth);
        var usual = _sum / _count * _power;
        _sum += distance;
        if (distance <= usual)
            return 0;
        return usual > 0 ? Math.Log(distance / usual) : Math.Max(0, Math.Log(_count / _power) - FirstChangeHandicap);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_sum);
        writer.Write(_power);
        writer.Write(_count);
    }

    public void Restore(BinaryReader reader)
    {
        _sum = reader.ReadDouble();
        _power = reader.ReadDouble();
        _count = reader.ReadInt32();
    }
}
