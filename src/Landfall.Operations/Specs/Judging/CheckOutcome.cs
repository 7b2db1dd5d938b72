namespace Landfall.Operations.Specs.Judging;

/// <summary>What came of a check, or of a requirement.</summary>
internal enum CheckOutcome
{
    /// <summary>It holds.</summary>
    Satisfied,

    /// <summary>It does not hold.</summary>
    Violated,

    /// <summary>Nobody has looked, or only AWS knows.</summary>
    NotChecked,
}
