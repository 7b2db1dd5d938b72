namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads the values that <c>kubectl describe configmap</c> prints below <c>Data</c>.</summary>
internal static class DescribedConfigMap
{
    /// <returns>The values by their keys, each as it was printed.</returns>
    public static Dictionary<string, string> Data(string text)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = text.Split('\n').SkipWhile(line => line != "Data").Skip(2).TakeWhile(line => line is not "BinaryData").ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            // A key stands alone on its line, with a colon, above a rule.
            if (i + 1 >= lines.Count || lines[i + 1] != "----" || !lines[i].EndsWith(':'))
                continue;
            var key = lines[i].TrimEnd(':');
            var value = lines.Skip(i + 2).TakeWhile((_, at) => i + 2 + at + 1 >= lines.Count || lines[i + 2 + at + 1] != "----");
            data[key] = string.Join('\n', value).TrimEnd('\n');
        }
        return data;
    }
}
