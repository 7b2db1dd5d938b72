namespace Landfall.Config;

/// <summary>What came of loading a file.</summary>
/// <param name="Config">The configuration, or null when <paramref name="Problems"/> has an error.</param>
/// <param name="Problems">Everything that is wrong in any environment, in order of place.</param>
/// <param name="File">The path of the file.</param>
/// <param name="Root">The folder of the file: what relative paths in it start from.</param>
public sealed record LoadedConfig(AppConfig? Config, IReadOnlyList<Problem> Problems, string File, string Root)
{
    /// <summary>The environments' names in the file's order; empty when there is no usable configuration.</summary>
    public IReadOnlyList<string> EnvironmentNames => Config?.EnvironmentNames ?? [];
}
