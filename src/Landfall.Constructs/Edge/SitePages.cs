using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Edge;

/// <summary>
/// Which file of a site answers for a path without one: <c>/about</c> is <c>about</c>, <c>about.html</c> or
/// <c>about/index.html</c>, in this order. A rule tells for most paths, and the others are listed.
/// </summary>
internal sealed class SitePages
{
    /// <summary>The path is the file.</summary>
    public const int Itself = 0;

    /// <summary>The path and <c>.html</c> is the file.</summary>
    public const int Page = 1;

    /// <summary>The file is the folder's document.</summary>
    public const int Folder = 2;

    /// <summary>Nothing is published there.</summary>
    private const int Nothing = 3;

    private readonly HashSet<string> _files;
    private readonly string _index;

    public SitePages(SiteServicePlan site, IEnumerable<string> files)
    {
        _files = [.. files];
        _index = $"/{site.Index}";
        var paths = _files.SelectMany(Paths).Distinct().Where(path => path.Length > 0).Order(StringComparer.Ordinal).ToArray();
        Usual = site.Routing == SiteRouting.Spa ? Nothing
            : paths.Count(path => Of(path) == Page) > paths.Count(path => Of(path) == Folder) ? Page : Folder;
        foreach (var path in paths)
        {
            Add(path, path);
            Add(path, $"{path}/");
        }
    }

    /// <summary>What paths without a dot are: pages or folders, whichever there are more of; nothing in a single-page application.</summary>
    public int Usual { get; }

    /// <summary>The paths that are something else than the rule says.</summary>
    public SortedDictionary<string, int> Exceptions { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the files of a site's folder, which is empty before the site is built.</summary>
    public static SitePages In(SiteServicePlan site, string project)
    {
        var folder = Path.GetFullPath(Path.Combine(project, site.Source, site.Output));
        return new SitePages(site, SiteFiles.In(folder).Select(file => "/" + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')));
    }

    /// <summary>The same for a path with a slash at its end, which asks for a folder first.</summary>
    private int OfFolder(string path) => _files.Contains(path + _index) ? Folder : _files.Contains($"{path}.html") ? Page : Nothing;

    private int Of(string path) => _files.Contains(path) ? Itself
        : _files.Contains($"{path}.html") ? Page
        : _files.Contains(path + _index) ? Folder
        : Nothing;

    private int Ruled(string path, bool slash) =>
        path[(path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) && !(slash && Usual == Nothing) ? (slash ? Folder : Itself) : Usual;

    private void Add(string path, string asked)
    {
        var slash = asked != path;
        var wanted = slash ? OfFolder(path) : Of(path);

        // Without an entry of its own a path with a slash is what the one without is.
        var given = slash && Exceptions.TryGetValue(path, out var same) ? same : Ruled(path, slash);
        if (wanted != Nothing && wanted != given)
        {
            Exceptions.Add(asked, wanted);
        }
    }

    private IEnumerable<string> Paths(string file)
    {
        yield return file;
        if (file.EndsWith(_index, StringComparison.Ordinal))
        {
            yield return file[..^_index.Length];
        }

        if (file.EndsWith(".html", StringComparison.Ordinal))
        {
            yield return file[..^".html".Length];
        }
    }
}
