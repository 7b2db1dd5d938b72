namespace Landfall.Config.Plan;

/// <summary>A container build.</summary>
/// <param name="Context">The build context's folder, relative to the file.</param>
/// <param name="Dockerfile">The Dockerfile, relative to the context.</param>
/// <param name="Target">The stage to build, or null for the last.</param>
/// <param name="Args">Build arguments; never secrets.</param>
public sealed record ImageBuildPlan(string Context, string Dockerfile, string? Target, IReadOnlyDictionary<string, string> Args);
