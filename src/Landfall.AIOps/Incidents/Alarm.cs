namespace Landfall.AIOps.Incidents;

/// <summary>One signal of one node over time: repeats are counted, not listed.</summary>
/// <param name="Node">The node.</param>
/// <param name="Name">What it is about.</param>
/// <param name="First">When it was first raised.</param>
/// <param name="Last">When it was last raised or cleared.</param>
/// <param name="Peak">The highest score.</param>
/// <param name="Count">How often it was reported as unusual.</param>
/// <param name="Raised">Whether it stands now.</param>
/// <param name="Text">Its latest text.</param>
/// <param name="Raises">When it went from usual to unusual, latest last; no more than are needed to see that it flaps.</param>
public sealed record Alarm(
    string Node,
    string Name,
    DateTimeOffset First,
    DateTimeOffset Last,
    double Peak,
    int Count,
    bool Raised,
    string Text,
    IReadOnlyList<DateTimeOffset> Raises)
{
    internal static Alarm Of(IncidentSignal signal) =>
        new(signal.Node, signal.Name, signal.Time, signal.Time, signal.Score, 1, true, signal.Text, [signal.Time]);

    internal bool Is(string node, string name) => Node == node && Name == name;

    internal Alarm With(IncidentSignal signal, IncidentOptions options)
    {
        var last = signal.Time > Last ? signal.Time : Last;
        if (signal.Score <= 0)
            return this with { Last = Raised ? last : Last, Raised = false };
        return this with
        {
            Last = last,
            Peak = Math.Max(Peak, signal.Score),
            Count = Count + 1,
            Raised = true,
            Text = signal.Text.Length > 0 ? signal.Text : Text,
            Raises = Raised ? Raises : [.. Raises.Append(signal.Time).TakeLast(options.FlapCount)],
        };
    }

    /// <summary>Whether it comes and goes too often for each time to mean something.</summary>
    internal bool Flaps(IncidentOptions options) =>
        Raises.Count >= options.FlapCount && Raises[^1] - Raises[0] <= options.FlapWindow;

    /// <summary>When it is over if nothing more is heard of it: once cleared, or after a silence that is longer while it flaps.</summary>
    internal DateTimeOffset OverAt(IncidentOptions options)
    {
        var raised = Raised ? options.SignalTimeout : TimeSpan.Zero;
        return After(Last, Flaps(options) && options.FlapWindow > raised ? options.FlapWindow : raised);
    }

    /// <summary>A later time, or the latest there is.</summary>
    internal static DateTimeOffset After(DateTimeOffset time, TimeSpan span) =>
        span > DateTimeOffset.MaxValue - time ? DateTimeOffset.MaxValue : time + span;
}
