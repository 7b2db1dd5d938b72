namespace Landfall.AIOps.Logs;

/// <summary>Remembers the bindings of recent forms of line in two generations: when the young one is full it becomes the old one.</summary>
internal sealed class ShapeCache(long maxBytes)
{
    private Dictionary<string, ShapeBinding> _young = new(StringComparer.Ordinal);
    private Dictionary<string, ShapeBinding> _old = new(StringComparer.Ordinal);
    private long _bytes;

    public ShapeBinding? Find(ReadOnlySpan<char> masked)
    {
        if (_young.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(masked, out var binding))
            return binding.Current ? binding : null;
        if (!_old.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(masked, out binding) || !binding.Current)
            return null;
        Add(masked, binding);
        return binding;
    }

    public void Add(ReadOnlySpan<char> masked, ShapeBinding binding)
    {
        _young.GetAlternateLookup<ReadOnlySpan<char>>()[masked] = binding;
        _bytes += 160 + 2 * masked.Length + 8 * binding.Slots.Length;
        if (_bytes < maxBytes / 2)
            return;
        (_old, _young) = (_young, _old);
        _young.Clear();
        _bytes = 0;
    }
}
