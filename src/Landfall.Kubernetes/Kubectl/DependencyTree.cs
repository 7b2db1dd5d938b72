namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads a tree of calls, drawn with <c>├──</c> and <c>└──</c> below the name of the first caller.</summary>
internal static class DependencyTree
{
    // One level of the drawing is that wide.
    private const int Step = 4;

    public static IEnumerable<(string Caller, string Called)> Read(string text)
    {
        var path = new List<string>();
        foreach (var line in text.Split('\n').SkipWhile(line => !line.StartsWith("[Downstream", StringComparison.Ordinal)).Skip(1))
        {
            var start = line.TakeWhile(letter => letter is ' ' or '│' or '├' or '└' or '─').Count();
            var name = line[start..].Split(' ', 2)[0].Trim();
            if (name.Length == 0 || name[0] == '(')
                continue;
            var depth = Math.Min(start / Step, path.Count);
            path.RemoveRange(depth, path.Count - depth);
            if (depth > 0)
                yield return (path[depth - 1], name);
            path.Add(name);
        }
    }
}
