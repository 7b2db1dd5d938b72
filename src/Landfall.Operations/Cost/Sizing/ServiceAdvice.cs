namespace Landfall.Operations.Cost.Sizing;

/// <summary>What a service was measured to use, and what follows from it.</summary>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Text">What it uses, or what is lacking to say so, in a sentence.</param>
/// <param name="Measured">The measurements; null where there are too few.</param>
/// <param name="Advice">What to change, the first first.</param>
internal sealed record ServiceAdvice(string Service, string Text, MeasuredUse? Measured, IReadOnlyList<Advice> Advice);
