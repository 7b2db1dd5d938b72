namespace Landfall.AIOps.Detection;

/// <summary>
/// How new each value of a signal is to the recent past. What was seen only long ago is new again, so that an incident which
/// comes back after weeks is not taken for normal because it happened before.
/// </summary>
internal sealed class RecentNovelty(int capacity)
{
    /// <summary>Points after which a generation of memories is replaced by the next; two are kept.</summary>
    private const int Generation = 2000;

    private readonly Surprise _surprise = new();
    private NoveltyMemory _current = new(capacity);
    private NoveltyMemory _previous = new(capacity);
    private int _age;
    private bool _hasPrevious;

    /// <summary>Returns 0 for what is usual, above it the natural logarithm of the excess.</summary>
    public double Observe(float value)
    {
        if (_age == Generation)
        {
            (_previous, _current) = (_current, _previous);
            _current.Clear();
            _hasPrevious = true;
            _age = 0;
        }

        var first = _age++ == 0;
        var distance = _current.Observe(value);
        if (_hasPrevious && (first || distance > 0))
            distance = first ? _previous.Measure(value) : Math.Min(distance, _previous.Measure(value));
        return _surprise.Observe(distance);
    }

    public void Save(BinaryWriter writer)
    {
        _surprise.Save(writer);
        _current.Save(writer);
        _previous.Save(writer);
        writer.Write(_age);
        writer.Write(_hasPrevious);
    }

    public void Restore(BinaryReader reader)
    {
        _surprise.Restore(reader);
        _current.Restore(reader);
        _previous.Restore(reader);
        _age = reader.ReadInt32();
        _hasPrevious = reader.ReadBoolean();
    }
}
