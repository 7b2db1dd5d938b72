using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Landfall.AIOps.Detection;

/// <summary>How often which values occurred, in bins of equal width; the range doubles when a value lies outside.</summary>
internal sealed class ValueHistogram
{
    private const int Bins = 128;
    private readonly int[] _counts = new int[Bins];
    private double _low;
    private double _width;
    private double _least = double.MaxValue;
    private double _most = double.MinValue;

    /// <summary>How many values were added.</summary>
    public long Count { get; private set; }

    /// <summary>Counts a value.</summary>
    public void Add(double value)
    {
        _least = Math.Min(_least, value);
        _most = Math.Max(_most, value);
        if (_width <= 0)
            Start(value);
        if (_width > 0)
        {
            while (value < _low || value >= _low + (_width * Bins))
                Double(value < _low);
            _counts[Math.Min(Bins - 1, (int)((value - _low) / _width))]++;
        }

        Count++;
    }

    /// <summary>Returns 1 for a value above all that were added, 0 for one below all, else null.</summary>
    public double? Extreme(double value) => Count == 0 ? null : value > _most ? 1 : value < _least ? 0 : null;

    /// <summary>The share of values below the given one: exactly 1 above all, exactly 0 below all.</summary>
    public double ShareBelow(double value)
    {
        if (Extreme(value) is { } extreme)
            return extreme;
        if (_width <= 0)
            return 0.5;
        var position = (value - _low) / _width;
        var bin = Math.Min(Bins - 1, (int)position);
        return (Below(bin) + (_counts[bin] * (position - bin))) / Count;
    }

    private long Below(int bin)
    {
        var counts = _counts.AsSpan(0, bin);
        long below = 0;
        if (Count <= int.MaxValue)
        {
            var eights = MemoryMarshal.Cast<int, Vector256<int>>(counts);
            var sums = Vector256<int>.Zero;
            foreach (var eight in eights)
                sums += eight;
            below = Vector256.Sum(sums);
            counts = counts[(eights.Length * Vector256<int>.Count)..];
        }

        foreach (var count in counts)
            below += count;
        return below;
    }

    /// <summary>The value with the given share of values below it.</summary>
    public double Quantile(double share)
    {
        if (_width <= 0)
            return _least;
        var wanted = share * Count;
        long below = 0;
        for (var i = 0; i < Bins; i++)
        {
            if (_counts[i] > 0 && below + _counts[i] >= wanted)
                return Math.Clamp(_low + ((i + ((wanted - below) / _counts[i])) * _width), _least, _most);
            below += _counts[i];
        }

        return _most;
    }

    public void Save(BinaryWriter writer)
    {
        foreach (var number in (double[])[_low, _width, _least, _most])
            writer.Write(number);
        writer.Write(Count);
        foreach (var count in _counts)
            writer.Write(count);
    }

    public void Restore(BinaryReader reader)
    {
        (_low, _width, _least, _most) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
        Count = reader.ReadInt64();
        for (var i = 0; i < Bins; i++)
            _counts[i] = reader.ReadInt32();
    }

    /// <summary>Spans the first two values that differ; the ones before were all equal to the first.</summary>
    private void Start(double value)
    {
        var width = (_most - _least) / (Bins / 2);
        if (width <= 0 || _least + width <= _least)
            return;
        _width = width;
        _low = _least - (width * (Bins / 4));
        var before = value.Equals(_most) ? _least : _most;
        _counts[(int)((before - _low) / width)] += (int)Math.Min(Count, int.MaxValue);
    }

    private void Double(bool downwards)
    {
        var from = downwards ? Bins / 2 : 0;
        var merged = new int[Bins];
        for (var i = 0; i < Bins; i++)
            merged[from + (i / 2)] += _counts[i];
        merged.CopyTo(_counts, 0);
        if (downwards)
            _low -= _width * Bins;
        _width *= 2;
    }
}
