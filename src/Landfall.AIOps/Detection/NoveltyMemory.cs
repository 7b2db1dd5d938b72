using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Landfall.AIOps.Detection;

/// <summary>
/// Remembers which values a signal has taken and says how far a new one lies from all of them. What is kept is a sorted
/// net of representatives; when it is full, its mesh widens, so memory is bounded whatever the signal does.
/// </summary>
/// <remarks>
/// This is the one-dimensional case of scoring by the distance to the nearest neighbour (Ramaswamy, Rastogi and Shim,
/// "Efficient algorithms for mining outliers from large data sets", 2000). Distances below the mesh count as zero.
/// With ten thousand series the time goes into waiting for memory, so the net is searched in two steps that each read
/// neighbouring values: first the last value of each of 16 sections, then one section.
/// </remarks>
internal sealed class NoveltyMemory
{
    private const int Sections = 16;
    private readonly float[] _values;
    private readonly int _section;
    private int _count;
    private double _mesh;

    /// <param name="capacity">How many values are kept, a multiple of 128.</param>
    public NoveltyMemory(int capacity)
    {
        _section = capacity / Sections;
        _values = new float[Sections + capacity];
        Array.Fill(_values, float.PositiveInfinity);
    }

    private Span<float> Net => _values.AsSpan(Sections);

    /// <summary>Returns the distance to the nearest value seen before (0 for the first) and remembers the value.</summary>
    public double Observe(float value)
    {
        var at = Position(value);
        var distance = Distance(value, at);
        if (distance > 0 || _count == 0)
            Insert(value, at);
        return distance;
    }

    /// <summary>Returns the distance to the nearest value seen before, without learning.</summary>
    public double Measure(float value) => Distance(value, Position(value));

    /// <summary>Forgets every value.</summary>
    public void Clear()
    {
        Array.Fill(_values, float.PositiveInfinity);
        _count = 0;
        _mesh = 0;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_count);
        writer.Write(_mesh);
        foreach (var value in Net[.._count])
            writer.Write(value);
    }

    /// <exception cref="InvalidDataException">The data does not fit this memory.</exception>
    public void Restore(BinaryReader reader)
    {
        Clear();
        _count = reader.ReadInt32();
        _mesh = reader.ReadDouble();
        if (_count < 0 || _count > Net.Length)
            throw new InvalidDataException($"A memory of {Net.Length} values cannot hold {_count}.");
        for (var i = 0; i < _count; i++)
            Net[i] = reader.ReadSingle();
        Index();
    }

    private double Distance(float value, int at)
    {
        if (_count == 0)
            return 0;
        var net = Net;
        var distance = double.MaxValue;
        if (at < _count)
            distance = (double)net[at] - value;
        if (at > 0)
            distance = Math.Min(distance, (double)value - net[at - 1]);
        return distance > _mesh ? distance : 0;
    }

    private void Insert(float value, int at)
    {
        var net = Net;
        if (_count == net.Length)
        {
            Widen(net);
            at = Position(value);
        }

        net[at.._count].CopyTo(net[(at + 1)..]);
        net[at] = value;
        _count++;
        Index();
    }

    /// <summary>How many of the values are less than the given one.</summary>
    private int Position(float value)
    {
        var sections = Less(_values.AsSpan(0, Sections), value);
        if (sections == Sections)
            return _count;
        var from = sections * _section;
        return from + Less(Net.Slice(from, _section), value);
    }

    private static int Less(ReadOnlySpan<float> values, float value)
    {
        var wanted = Vector256.Create(value);
        var less = 0;
        foreach (var block in MemoryMarshal.Cast<float, Vector256<float>>(values))
            less += BitOperations.PopCount(Vector256.LessThan(block, wanted).ExtractMostSignificantBits());
        return less;
    }

    /// <summary>Notes the last value of each section.</summary>
    private void Index()
    {
        for (var i = 0; i < Sections; i++)
            _values[i] = _values[Sections + ((i + 1) * _section) - 1];
    }

    /// <summary>Widens the mesh until a quarter of the net is free. The extremes are always kept.</summary>
    private void Widen(Span<float> net)
    {
        while (_count > net.Length * 3 / 4)
        {
            var range = (double)net[_count - 1] - net[0];
            _mesh = Math.Max(_mesh * 1.25, range / (net.Length * 8.0));
            var kept = 1;
            for (var i = 1; i < _count - 1; i++)
            {
                if ((double)net[i] - net[kept - 1] > _mesh)
                    net[kept++] = net[i];
            }

            net[kept++] = net[_count - 1];
            net[kept.._count].Fill(float.PositiveInfinity);
            _count = kept;
        }

        Index();
    }
}
