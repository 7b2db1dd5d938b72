namespace Landfall.AIOps.Detection;

/// <summary>How new each value of a signal is to it, learned at once.</summary>
internal sealed class Novelty(int capacity)
{
    private readonly NoveltyMemory _memory = new(capacity);
    private readonly Surprise _surprise = new();

    /// <summary>Returns 0 for what is usual, above it the natural logarithm of the excess.</summary>
    public double Observe(float value) => _surprise.Observe(_memory.Observe(value));

    public void Save(BinaryWriter writer)
    {
        _memory.Save(writer);
        _surprise.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        _memory.Restore(reader);
        _surprise.Restore(reader);
    }
}
