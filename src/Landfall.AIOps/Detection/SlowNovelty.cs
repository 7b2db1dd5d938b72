namespace Landfall.AIOps.Detection;

/// <summary>
/// How new each value of a smooth signal is to what it was some time ago. A smooth signal creeps: were it learned at once,
/// each value would be close to the one before, and a leak would never stand out.
/// </summary>
internal sealed class SlowNovelty(int capacity)
{
    private const int Stride = 8;
    private const int Delay = 12;
    private readonly NoveltyMemory _memory = new(capacity);
    private readonly Surprise _surprise = new(Stride);
    private readonly float[] _pending = new float[Delay];
    private long _seen;
    private double _last;

    /// <summary>Returns, as of the last of every eight values, 0 for what is usual, above it the natural logarithm of the excess.</summary>
    public double Observe(float value)
    {
        if (_seen++ % Stride != 0)
            return _last;
        var turn = (_seen - 1) / Stride;
        var slot = (int)(turn % Delay);
        if (turn >= Delay)
        {
            _memory.Observe(_pending[slot]);
            _last = _surprise.Observe(_memory.Measure(value));
        }

        _pending[slot] = value;
        return _last;
    }

    public void Save(BinaryWriter writer)
    {
        _memory.Save(writer);
        _surprise.Save(writer);
        foreach (var value in _pending)
            writer.Write(value);
        writer.Write(_seen);
        writer.Write(_last);
    }

    public void Restore(BinaryReader reader)
    {
        _memory.Restore(reader);
        _surprise.Restore(reader);
        for (var i = 0; i < Delay; i++)
            _pending[i] = reader.ReadSingle();
        _seen = reader.ReadInt64();
        _last = reader.ReadDouble();
    }
}
