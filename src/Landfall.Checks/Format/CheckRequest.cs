using Landfall.Checks.Expectations;

namespace Landfall.Checks.Format;

/// <summary>A request of a check file, with what its answer has to be.</summary>
/// <param name="Line">The line that it begins at.</param>
/// <param name="Name">What <c># @name</c> calls it, or null.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">What follows the base address: begins with a slash; answers of earlier requests may still be named in it.</param>
/// <param name="Headers">Its headers, in order.</param>
/// <param name="Body">Its body, or null.</param>
/// <param name="FollowsRedirects">False where the file says <c># @no-redirect</c>.</param>
/// <param name="Expectations">What its answer has to be.</param>
internal sealed record CheckRequest(
    int Line,
    string? Name,
    string Method,
    string Target,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string? Body,
    bool FollowsRedirects,
    IReadOnlyList<IExpectation> Expectations)
{
    /// <summary>How people find it again: its name, or what it asks.</summary>
    public string Title => Name ?? $"{Method} {Target}";
}
