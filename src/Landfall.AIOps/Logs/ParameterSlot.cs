namespace Landfall.AIOps.Logs;

/// <summary>What was seen at one place of a template where values stand.</summary>
internal sealed class ParameterSlot
{
    private const int LongestRemembered = 64;

    public ParameterSlot(ReadOnlySpan<char> value, LogParameterKind kinds, bool soft)
    {
        Kinds = kinds;
        Soft = soft;
        First = value.Length <= LongestRemembered ? value.ToString() : null;
        Varied = First is null;
    }

    public ParameterSlot(LogParameterKind kinds, bool soft, string? first, bool varied)
    {
        Kinds = kinds;
        Soft = soft;
        First = first;
        Varied = varied;
    }

    public LogParameterKind Kinds { get; private set; }

    public bool Soft { get; }

    public string? First { get; }

    public bool Varied { get; private set; }

    public void Observe(ReadOnlySpan<char> value, LogParameterKind kind)
    {
        Kinds |= kind;
        if (!Varied && !value.SequenceEqual(First))
            Varied = true;
    }

    public void Note(LogParameterKind kind) => Kinds |= kind;

    public void Absorb(ParameterSlot other)
    {
        Kinds |= other.Kinds;
        Varied |= other.Varied || First != other.First;
    }
}
