namespace Landfall.AIOps.Detection;

/// <summary>
/// Remembers which values a signal has taken and says how far a new one lies from all of them. What is kept is a sorted
/// net of representatives; when it is full, its mesh widens, so memory is bounded whatever the signal does.
/// </summary>
/// <remarks>
/// This is the one-dimensional case of scoring by the distance to the nearest neighbour (Ramaswamy, Rastogi and Shim,
/// "Efficient algorithms for mining outliers from large data sets", 2000). Distances below the mesh count as zero.
/// </remarks>
internal sealed class NoveltyMemory(int capacity)
{
    private readonly float[] _values = new float[capacity];
    private int _count;
    private double _mesh;

    /// <summary>Returns the distance to the nearest value seen before (0 for the first) and remembers the value.</summary>
    public double Observe(double value)
    {
        var at = Position((float)value);
        var distance = double.MaxValue;
        if (at < _count)
            distance = _values[at] - value;
        if (at > 0)
            distance = Math.Min(distance, value - _values[at - 1]);
        if (_count > 0 && distance <= _mesh)
            return 0;
        if (_count == _values.Length)
        {
            Widen();
            at = Position((float)value);
        }

        Array.Copy(_values, at, _values, at + 1, _count - at);
        _values[at] = (float)value;
        return _count++ == 0 ? 0 : Math.Max(0, distance);
    }

    private int Position(float value)
    {
        int low = 0, high = _count;
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_values[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Widens the mesh until a quarter of the net is free. The extremes are always kept.</summary>
    private void Widen()
    {
        while (_count > _values.Length * 3 / 4)
        {
            var range = (double)_values[_count - 1] - _values[0];
            _mesh = Math.Max(_mesh * 1.25, range / (_values.Length * 8.0));
            var kept = 1;
            for (var i = 1; i < _count - 1; i++)
            {
                if (_values[i] - (double)_values[kept - 1] > _mesh)
                    _values[kept++] = _values[i];
            }

            _values[kept++] = _values[_count - 1];
            _count = kept;
        }
    }
}
