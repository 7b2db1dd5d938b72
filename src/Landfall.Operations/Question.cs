namespace Landfall.Operations;

/// <summary>What an operation asks in its midst.</summary>
/// <param name="Text">The question, answered with yes or no.</param>
/// <param name="Otherwise">What the caller does instead where nobody can be asked: a sentence.</param>
internal sealed record Question(string Text, string Otherwise)
{
    /// <summary>The word that has to be typed instead of yes, before what cannot be undone; null for a plain yes or no.</summary>
    public string? Word { get; init; }
}
