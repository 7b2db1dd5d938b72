using System.Text.Json.Serialization;

namespace Landfall.Operations.Changes;

/// <summary>One thing that a change does to those who use the system.</summary>
/// <param name="Id">
/// Names exactly this effect: stack, logical id, kind, and a hash of what it says, so that who agrees to it agrees to
/// nothing that is of the same kind tomorrow.
/// </param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Certainty">Whether it is sure to happen.</param>
/// <param name="Harmful">True when somebody has to agree to it first.</param>
/// <param name="Subject">What it happens to, as people call it.</param>
/// <param name="Text">What happens, in a sentence.</param>
/// <param name="Seconds">For how long, where that can be known.</param>
/// <param name="Amount">How much, where that can be known: of data, or of money.</param>
internal sealed record Effect(
    string Id,
    EffectKind Kind,
    Certainty Certainty,
    bool Harmful,
    string Subject,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Seconds = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Amount = null);
