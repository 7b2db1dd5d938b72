namespace Landfall.AIOps.Detection;

/// <summary>The ranges of time that do not count; the ones that end last are kept.</summary>
internal sealed class ExcludedTimes
{
    private const int Most = 16;
    private (long From, long Until)[] _ranges = [];

    public void Add(ExcludedRange range)
    {
        if (range.Until < range.From)
            throw new ArgumentException($"The range ends at {range.Until:u}, before it starts at {range.From:u}.", nameof(range));
        _ranges = [.. _ranges
            .Append((range.From.UtcTicks, range.Until.UtcTicks))
            .OrderByDescending(r => r.Item2)
            .Take(Most)];
    }

    public bool Contains(long ticks)
    {
        foreach (var (from, until) in _ranges)
        {
            if (ticks >= from && ticks < until)
                return true;
        }

        return false;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write((byte)_ranges.Length);
        foreach (var (from, until) in _ranges)
        {
            writer.Write(from);
            writer.Write(until);
        }
    }

    public void Restore(BinaryReader reader)
    {
        var count = reader.ReadByte();
        if (count > Most)
            throw new InvalidDataException($"{count} excluded ranges are more than the {Most} that are kept.");
        _ranges = new (long, long)[count];
        for (var i = 0; i < count; i++)
            _ranges[i] = (reader.ReadInt64(), reader.ReadInt64());
    }
}
