namespace Landfall.Operations.Security;

/// <summary>Knows one thing that is not safe.</summary>
/// <param name="facts">What people are told about it.</param>
internal abstract class SecurityRule(RuleFacts facts)
{
    /// <summary>What people are told about it.</summary>
    public RuleFacts Facts { get; } = facts;

    /// <summary>Makes a finding of it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="spot">The place in it.</param>
    /// <returns>The finding.</returns>
    public SecurityFinding Finding(string file, Spot spot) =>
        new(Facts.Id, Facts.Title, Facts.Severity, file, spot.Line, spot.Resource, spot.Detail ?? Facts.Reason, Facts.Fix, Facts.Reference);
}
