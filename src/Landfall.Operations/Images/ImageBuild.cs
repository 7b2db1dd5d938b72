namespace Landfall.Operations.Images;

/// <summary>One image to build, with full paths.</summary>
/// <param name="Context">The build context's folder.</param>
/// <param name="Dockerfile">The Dockerfile.</param>
/// <param name="Target">The stage, or null for the last.</param>
/// <param name="Args">Build arguments.</param>
/// <param name="Platform">For example <c>linux/arm64</c>.</param>
internal sealed record ImageBuild(
    string Context, string Dockerfile, string? Target, IReadOnlyDictionary<string, string> Args, string Platform);
