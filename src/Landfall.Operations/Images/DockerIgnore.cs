using System.Text;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Images;

/// <summary>The patterns of a <c>.dockerignore</c> file. Source: Docker documentation, "Build context, .dockerignore files".</summary>
internal sealed class DockerIgnore
{
    private readonly List<(Regex Pattern, bool Include)> _rules;

    private DockerIgnore(IEnumerable<string> lines) => _rules = [.. lines
        .Select(l => l.Trim())
        .Where(l => l.Length > 0 && !l.StartsWith('#'))
        .Select(l => (Regex(l.TrimStart('!').Trim().Trim('/')), l.StartsWith('!')))];

    /// <summary>Reads the file of a build context, if there is one.</summary>
    /// <param name="context">The build context's folder.</param>
    /// <returns>The patterns; none when there is no file.</returns>
    public static DockerIgnore Of(string context)
    {
        var file = Path.Combine(context, ".dockerignore");
        return new DockerIgnore(File.Exists(file) ? File.ReadAllLines(file) : []);
    }

    /// <summary>Reads patterns.</summary>
    /// <param name="lines">The file's lines.</param>
    /// <returns>The patterns.</returns>
    public static DockerIgnore Parse(IEnumerable<string> lines) => new(lines);

    /// <summary>Tells whether a file is kept out of the build; the last pattern that fits decides.</summary>
    /// <param name="path">The file's path below the context, with forward slashes.</param>
    /// <returns>True when the engine does not see it.</returns>
    public bool Ignores(string path)
    {
        var ignored = false;
        foreach (var (pattern, include) in _rules)
        {
            if (pattern.IsMatch(path))
                ignored = !include;
        }

        return ignored;
    }

    /// <summary>Tells whether nothing in a folder can be part of the build, so that there is no need to look.</summary>
    /// <param name="folder">The folder's path below the context, with forward slashes.</param>
    /// <returns>True when it is ignored and no exception lets anything back in.</returns>
    public bool IgnoresAllOf(string folder) => Ignores(folder) && !_rules.Exists(r => r.Include);

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
