namespace Landfall.Operations.Changes.Rules;

/// <summary>What a rule says of one resource.</summary>
/// <param name="Text">What happens, in a sentence; for a refusal why AWS refuses it and what to do instead.</param>
internal sealed record Finding(string Text)
{
    /// <summary>Whether it is sure to happen.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>For how long, in seconds, where AWS's documentation or experience tells; null for good or unknown.</summary>
    public int? Seconds { get; init; }

    /// <summary>How much, where the template tells.</summary>
    public string? Amount { get; init; }

    /// <summary>False for what would be harm, were it not about something that is created now.</summary>
    public bool Harms { get; init; } = true;
}
