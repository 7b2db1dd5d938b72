namespace Landfall.Checks.Format;

/// <summary>A check file.</summary>
/// <param name="Requests">Its requests, in order.</param>
/// <param name="Base">What the file itself says that <c>{{base}}</c> is, or null.</param>
internal sealed record CheckFile(IReadOnlyList<CheckRequest> Requests, string? Base);
