namespace Landfall.Operations.Security.Fixing;

/// <summary>A finding that a fix takes away.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Title">What was wrong.</param>
/// <param name="Line">The line that it was on when its turn came.</param>
/// <param name="Resource">What stands there, as a path.</param>
/// <param name="Note">What has to be looked at, or done by hand, before the file is used; null for nothing.</param>
internal sealed record FixedFinding(string Rule, string Title, int Line, string Resource, string? Note);
