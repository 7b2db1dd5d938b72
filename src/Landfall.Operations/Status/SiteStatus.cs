namespace Landfall.Operations.Status;

/// <summary>How a site is.</summary>
/// <param name="Site">Its name in the file.</param>
/// <param name="State"><c>Deployed</c>, <c>InProgress</c> or <c>Disabled</c>: CloudFront's words; null where there is no distribution.</param>
/// <param name="Address">Where people open it; null where none is published.</param>
internal sealed record SiteStatus(string Site, string? State, string? Address);
