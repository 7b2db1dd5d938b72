namespace Landfall.AIOps.Detection;

/// <summary>Means of the last few values over several window lengths at once.</summary>
internal sealed class RollingMeans
{
    private readonly float[] _ring;
    private readonly int[] _lengths;
    private readonly double[] _sums;
    private int _next;
    private int _count;

    /// <param name="lengths">Window lengths in points, shortest first.</param>
    public RollingMeans(params int[] lengths)
    {
        _lengths = lengths;
        _sums = new double[lengths.Length];
        _ring = new float[lengths[^1]];
    }

    /// <summary>Whether there are values for the longest window.</summary>
    public bool IsFull => _count == _ring.Length;

    /// <summary>Takes a value in.</summary>
    public void Add(float value)
    {
        for (var i = 0; i < _lengths.Length; i++)
        {
            if (_count >= _lengths[i])
                _sums[i] -= _ring[Slot(_lengths[i])];
            _sums[i] += value;
        }

        _ring[_next] = value;
        _next = _next + 1 == _ring.Length ? 0 : _next + 1;
        if (_count < _ring.Length)
            _count++;
        if (_next == 0)
            Resum();
    }

    /// <summary>The mean over a window, or over what there is while that is less.</summary>
    /// <param name="window">The index of the window's length.</param>
    public float Mean(int window) => (float)(_sums[window] / Math.Min(_count, _lengths[window]));

    /// <summary>Forgets everything, as after a gap.</summary>
    public void Clear()
    {
        _count = _next = 0;
        Array.Clear(_sums);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_next);
        writer.Write(_count);
        foreach (var value in _ring)
            writer.Write(value);
        foreach (var sum in _sums)
            writer.Write(sum);
    }

    public void Restore(BinaryReader reader)
    {
        _next = reader.ReadInt32();
        _count = reader.ReadInt32();
        if ((uint)_next >= _ring.Length || (uint)_count > _ring.Length)
            throw new InvalidDataException($"A window of {_ring.Length} points cannot hold {_count}.");
        for (var i = 0; i < _ring.Length; i++)
            _ring[i] = reader.ReadSingle();
        for (var i = 0; i < _sums.Length; i++)
            _sums[i] = reader.ReadDouble();
    }

    private int Slot(int back) => _next >= back ? _next - back : _next - back + _ring.Length;

    /// <summary>Sums anew once a round, so that rounding after very large values does not stay.</summary>
    private void Resum()
    {
        for (var i = 0; i < _lengths.Length; i++)
        {
            _sums[i] = 0;
            for (var back = 1; back <= Math.Min(_count, _lengths[i]); back++)
                _sums[i] += _ring[Slot(back)];
        }
    }
}
