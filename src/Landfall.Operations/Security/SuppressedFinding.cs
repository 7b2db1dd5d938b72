namespace Landfall.Operations.Security;

/// <summary>A finding that somebody has accepted.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Until">The last day on which it is; null for ever.</param>
/// <param name="InSource">True for a comment in the file itself.</param>
internal sealed record SuppressedFinding(SecurityFinding Finding, string Reason, DateOnly? Until, bool InSource);
