using System.Text.Json.Serialization;
using Landfall.Operations.Security.Fixing;

namespace Landfall.Operations.Security;

/// <summary>What a scan found.</summary>
/// <param name="Files">How many files were read.</param>
/// <param name="FailOn">The severity from which on the scan fails.</param>
/// <param name="Failed">True where there is a finding of that severity or above.</param>
/// <param name="Findings">The findings, by file and line.</param>
/// <param name="Suppressed">Those that somebody has accepted.</param>
/// <param name="Unread">Files that could not be judged.</param>
/// <param name="Notes">Suppressions that are not in force, in words.</param>
internal sealed record SecurityReport(
    int Files,
    Severity FailOn,
    bool Failed,
    IReadOnlyList<SecurityFinding> Findings,
    IReadOnlyList<SuppressedFinding> Suppressed,
    IReadOnlyList<UnreadFile> Unread,
    IReadOnlyList<string> Notes)
{
    /// <summary>The files that were fixed, or would be; null where that was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FixedFile>? Fixes { get; init; }
}
