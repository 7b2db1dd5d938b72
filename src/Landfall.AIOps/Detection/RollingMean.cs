namespace Landfall.AIOps.Detection;

/// <summary>The mean of the last three values.</summary>
internal sealed class RollingMean
{
    private double _last;
    private double _before;
    private int _count;

    /// <summary>Returns the mean including the given value; of fewer values while there are fewer.</summary>
    public double Observe(double value)
    {
        var mean = _count switch
        {
            0 => value,
            1 => (value + _last) / 2,
            _ => (value + _last + _before) / 3,
        };
        _before = _last;
        _last = value;
        if (_count < 2)
            _count++;
        return mean;
    }
}
