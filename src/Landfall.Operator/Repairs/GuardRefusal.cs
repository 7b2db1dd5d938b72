namespace Landfall.Operator.Repairs;

/// <summary>Why a repair is forbidden now.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Text">What it found, and what to change: sentences.</param>
internal sealed record GuardRefusal(GuardRule Rule, string Text);
