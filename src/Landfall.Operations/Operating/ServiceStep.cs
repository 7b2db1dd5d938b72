using Landfall.Operations.Changes;

namespace Landfall.Operations.Operating;

/// <summary>What is to be done to a service.</summary>
/// <param name="Before">How it is.</param>
/// <param name="After">How it will be.</param>
/// <param name="DoAsync">Does it; null where it is so already.</param>
internal sealed record ServiceStep(string Before, string After, Func<Task>? DoAsync)
{
    /// <summary>What it does to those who use the service, as a sentence, where that has to be agreed to; null where it harms nobody.</summary>
    public string? Harm { get; init; }

    /// <summary>What kind of thing <see cref="Harm"/> is; tasks that others take the place of harm nobody.</summary>
    public EffectKind Kind { get; init; } = EffectKind.Interrupts;

    /// <summary>What to know of it besides; null for nothing.</summary>
    public string? Note { get; init; }
}
