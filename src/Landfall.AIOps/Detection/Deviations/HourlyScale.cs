namespace Landfall.AIOps.Detection.Deviations;

/// <summary>How large a signal usually is in each hour of the day: requests are calm at night, latencies are not.</summary>
internal sealed class HourlyScale
{
    private const double Gain = 0.01;
    private const double Limit = 6;
    private readonly float[] _sizes = new float[24];

    /// <summary>Returns the signal in units of what is usual at the hour, or of the overall scale while that is unknown, and learns.</summary>
    public double Observe(int hour, double signal, double scale)
    {
        double size = _sizes[hour];
        var units = size > 0 ? signal / size : scale > 0 ? signal / scale : 0;
        var limited = Math.Min(Math.Abs(signal), Limit * Math.Max(scale, size));
        _sizes[hour] += (float)((size > 0 ? Gain : 1) * (limited - size));
        return units;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var size in _sizes)
            writer.Write(size);
    }

    public void Restore(BinaryReader reader)
    {
        for (var i = 0; i < _sizes.Length; i++)
            _sizes[i] = reader.ReadSingle();
    }
}
