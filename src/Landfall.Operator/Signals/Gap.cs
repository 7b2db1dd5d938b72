namespace Landfall.Operator.Signals;

/// <summary>Something that was not read, so that nothing is known of it: it is said, and never guessed.</summary>
/// <param name="Source">The source that it belongs to.</param>
/// <param name="What">What was not read, in words.</param>
/// <param name="Reason">Why; where a permission lacks, its name.</param>
internal sealed record Gap(string Source, string What, string Reason)
{
    /// <summary>In one sentence, without the end of it.</summary>
    public override string ToString() => $"not read: {What}: {Reason.TrimEnd('.')}";
}
