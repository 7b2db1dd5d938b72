namespace Landfall.AIOps.Logs;

/// <summary>What the names at one place have in common at their start, cut after a joiner: <c>node_a1</c>, <c>node_b7</c>: <c>node_</c>.</summary>
internal static class JoinedPrefix
{
    public static string Of(string text) => Cut(text, text.Length);

    public static string Common(string prefix, string text) => Cut(prefix, prefix.AsSpan().CommonPrefixLength(text));

    private static string Cut(string text, int length)
    {
        var value = text.AsSpan(0, length).IndexOfAny(LineMask.Marker, LineMask.SoftMarker);
        if (value >= 0)
            length = value;
        return text[..(text.AsSpan(0, length).LastIndexOfAny("_-./#@$([") + 1)];
    }
}
