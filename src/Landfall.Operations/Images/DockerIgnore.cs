using System.Text;
using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Images;

/// <summary>The patterns of a <c>.dockerignore</c> file. Source: Docker documentation, "Build context, .dockerignore files".</summary>
internal sealed class DockerIgnore
{
    private readonly List<(Regex Pattern, bool Include)> _rules;

    private DockerIgnore(IReadOnlyList<string> lines)
    {
        Lines = lines;
        _rules = [.. lines
            .Select(l => l.Trim())
            .Where(l => l.Length > 0 && !l.StartsWith('#'))
            .Select(l => (Regex(l.TrimStart('!').Trim().Trim('/')), l.StartsWith('!')))];
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
    public bool Ignores(string path) => _rules.FindLastIndex(r => r.Pattern.IsMatch(path)) is >= 0 and var last && !_rules[last].Include;

    /// <summary>Tells whether nothing in a folder can be part of the build, so that there is no need to look.</summary>
    /// <param name="folder">The folder's path below the context, with forward slashes.</param>
    /// <returns>True when it is ignored and no later pattern lets anything back in.</returns>
    public bool IgnoresAllOf(string folder) =>
        _rules.FindLastIndex(r => r.Pattern.IsMatch(folder)) is >= 0 and var last && !_rules.Skip(last).Any(r => r.Include);

    private static Regex Regex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    i++;
                    if (i + 1 < pattern.Length && pattern[i + 1] == '/')
                    {
                        i++;
                        regex.Append("(?:.*/)?");
                    }
                    else
                    {
                        regex.Append(".*");
                    }

                    break;
                case '*': regex.Append("[^/]*"); break;
                case '?': regex.Append("[^/]"); break;
                default: regex.Append(System.Text.RegularExpressions.Regex.Escape(pattern[i].ToString())); break;
            }
        }

        // A pattern that names a folder covers everything below it.
        return new Regex(regex.Append("(?:/.*)?$").ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
