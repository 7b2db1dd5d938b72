namespace Landfall.AIOps.Detection;

/// <summary>How long a series has stayed on one side of its middle, over all times that it did.</summary>
internal sealed class Stays
{
    private long _sum;

    /// <summary>How many stays there were.</summary>
    public int Count { get; private set; }

    /// <summary>The longest, in points.</summary>
    public int Longest { get; private set; }

    /// <summary>The mean, in points.</summary>
    public double Mean => (double)_sum / Count;

    /// <summary>Takes a stay in that has ended; one of no length was none.</summary>
    public void Add(int length)
    {
        if (length == 0 || Count == int.MaxValue)
            return;
        Count++;
        _sum += length;
        Longest = Math.Max(Longest, length);
    }

    public void Clear()
    {
        _sum = 0;
        Count = Longest = 0;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_sum);
        writer.Write(Count);
        writer.Write(Longest);
    }

    public void Restore(BinaryReader reader)
    {
        _sum = reader.ReadInt64();
        (Count, Longest) = (reader.ReadInt32(), reader.ReadInt32());
    }
}
