using System.Text.RegularExpressions;
using Landfall.Config.Stacks;

namespace Landfall.Config.Overrides;

/// <summary>
/// The types of the resources below each kind of stack, by their construct ids: what <c>validate</c> can know of the path
/// of a patch before anything is synthesised. A test holds the list against the templates.
/// </summary>
internal static class ResourcePaths
{
    private static readonly Lazy<ResourcePath[]> List = new(() =>
    {
        using var reader = new StreamReader(typeof(ResourcePaths).Assembly.GetManifestResourceStream("resource-paths.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];
    });

    /// <summary>The types of the list.</summary>
    public static IEnumerable<string> Types => List.Value.Select(path => path.Type).Distinct();

    /// <summary>The construct ids of a kind of stack that are the same in every file.</summary>
    public static IEnumerable<string> FixedIds(StackKind kind) =>
        List.Value.Where(path => path.Kind == kind && path.Id.IndexOfAny(['*', '#']) < 0).Select(path => path.Id);

    /// <summary>The type of a resource, or null where the list does not tell.</summary>
    /// <param name="kind">The kind of its stack.</param>
    /// <param name="id">The construct ids below the stack.</param>
    public static string? TypeOf(StackKind kind, string id)
    {
        // An id without a name in it goes before a pattern that it happens to match.
        var of = List.Value.Where(path => path.Kind == kind).ToList();
        return (of.Find(path => path.Id == id) ?? of.Find(path => path.Form.IsMatch(id)))?.Type;
    }

    /// <summary>The kind that a stack's name says, for example <c>edge-global</c>; <c>service</c> for that of services.</summary>
    public static StackKind KindOf(string stack) => Enum.Parse<StackKind>(stack.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static ResourcePath Read(string line)
    {
        var (path, type) = line.Trim().Split(' ') is [var left, var right] ? (left, right) : throw new FormatException(line);
        var (kind, id) = path.Split('/') is [var stack, var below] ? (KindOf(stack), below) : throw new FormatException(line);
        var form = Regex.Escape(id).Replace("\\*", "[^/]*", StringComparison.Ordinal).Replace("\\#", "[0-9]+", StringComparison.Ordinal);
        return new ResourcePath(kind, id, type, new Regex($"^{form}$", RegexOptions.CultureInvariant));
    }

    /// <summary>A line of the list; in the id <c>*</c> stands for a name of the file, <c>#</c> for a number.</summary>
    private sealed record ResourcePath(StackKind Kind, string Id, string Type, Regex Form);
}
