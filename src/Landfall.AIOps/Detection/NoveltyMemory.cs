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
    public double Observe(float value)
    {
        var at = Position(value);
        var distance = Distance(value, at);
        Insert(value, at, distance);
        return distance;
    }

    /// <summary>Returns the distance to the nearest value seen before, without learning.</summary>
    public double Measure(float value) => Distance(value, Position(value));

    /// <summary>Forgets every value.</summary>
    public void Clear()
    {
        _count = 0;
        _mesh = 0;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_mesh);
        for (var i = 0; i < _count; i++)
            writer.Write(_values[i]);
    }

    /// <exception cref="InvalidDataException">The data does not fit this memory.</exception>
    public void Restore(BinaryReader reader)
    {
        _count = reader.ReadInt32();
        _mesh = reader.ReadDouble();
        if (_count < 0 || _count > _values.Length)
            throw new InvalidDataException($"A memory of {_values.Length} values cannot hold {_count}.");
        for (var i = 0; i < _count; i++)
            _values[i] = reader.ReadSingle();
    }

    private double Distance(float value, int at)
    {
        if (_count == 0)
            return 0;
        var distance = double.MaxValue;
        if (at < _count)
            distance = (double)_values[at] - value;
        if (at > 0)
            distance = Math.Min(distance, (double)value - _values[at - 1]);
        return distance > _mesh ? distance : 0;
    }

    private void Insert(float value, int at, double distance)
    {
        if (distance <= 0 && _count > 0)
            return;
        if (_count == _values.Length)
        {
            Widen();
            at = Position(value);
        }

        Array.Copy(_values, at, _values, at + 1, _count - at);
        _values[at] = value;
        _count++;
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
                if ((double)_values[i] - _values[kept - 1] > _mesh)
                    _values[kept++] = _values[i];
            }

            _values[kept++] = _values[_count - 1];
            _count = kept;
        }
    }
}
