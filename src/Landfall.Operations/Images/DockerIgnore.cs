using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>The patterns of a <c>.dockerignore</c> file. Source: Docker documentation, "Build context, .dockerignore files".</summary>
internal sealed class DockerIgnore
{
    private readonly List<(IgnorePattern Pattern, bool Include)> _rules;

    private DockerIgnore(IReadOnlyList<string> lines)
    {
        Lines = lines;
        _rules = [.. lines
            .Select(l => l.Trim())
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Select(l => (new IgnorePattern(l.TrimStart('!').Trim().Trim('/')), l.StartsWith('!')))];
    }

    /// <summary>The lines, as an engine reads them.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Reads the patterns of a build: the Dockerfile's own file, or else that of the context.</summary>
    /// <param name="build">The build.</param>
    /// <returns>The patterns; those of what is Landfall's come last, so that nothing brings it back.</returns>
    public static DockerIgnore Of(ImageBuild build)
    {
        var file = new[] { build.Dockerfile + ".dockerignore", Path.Combine(build.Context, ".dockerignore") }.FirstOrDefault(File.Exists);
        return new DockerIgnore([.. file is null ? [] : File.ReadAllLines(file), .. OwnState.Patterns(build.Context)]);
    }

    /// <summary>Reads patterns.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <returns>The patterns.</returns>
    public static DockerIgnore Parse(IReadOnlyList<string> lines) => new(lines);

    /// <summary>Tells whether a file is kept out of the build; the last pattern that fits decides.</summary>
    /// <param name="path">The file's path below the context, with forward slashes.</param>
    /// <returns>True when the engine does not see it.</returns>
    public bool Ignores(string path) => _rules.FindLastIndex(r => r.Pattern.Fits(path)) is >= 0 and var last && !_rules[last].Include;

    /// <summary>Tells whether nothing in a folder can be part of the build, so that there is no need to look.</summary>
    /// <param name="folder">The folder's path below the context, with forward slashes.</param>
    /// <returns>True when it is ignored and no later pattern lets anything back in.</returns>
    public bool IgnoresAllOf(string folder) =>
        _rules.FindLastIndex(r => r.Pattern.Fits(folder)) is >= 0 and var last && !_rules.Skip(last).Any(r => r.Include);
}
