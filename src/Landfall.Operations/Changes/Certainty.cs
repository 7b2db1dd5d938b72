namespace Landfall.Operations.Changes;

/// <summary>Whether an effect is sure to come.</summary>
internal enum Certainty
{
    /// <summary>It comes.</summary>
    Certain,

    /// <summary>It may come: AWS decides when it sees the change.</summary>
    Possible,
}
