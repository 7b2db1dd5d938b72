using System.Text;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Reads the text of a configuration file into its tree.</summary>
internal static class DocumentReader
{
    /// <summary>Reads JSON when the file's name ends in <c>.json</c>, YAML otherwise.</summary>
    /// <exception cref="LandfallException">The text holds no mapping, or cannot be read.</exception>
    public static MapNode Read(string file, byte[] bytes, Func<string, string?> environmentVariable, ProblemList problems)
    {
        var interpolation = new Interpolation(environmentVariable, problems);
        var root = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? new JsonTreeReader(interpolation, problems).Read(bytes)
            : new YamlTreeReader(interpolation, problems).Read(Encoding.UTF8.GetString(bytes));
        return root switch
        {
            MapNode map => map,
            null or ScalarNode { IsNull: true } => throw UnusableInput.At(
                new Mark(1, 1),
                ErrorCodes.FileEmpty,
                "The file is empty. It needs at least 'app', 'region' and 'environments'; 'landfall init' writes a complete one."),
            _ => throw UnusableInput.At(
                root.Mark,
                ErrorCodes.WrongType,
                $"The file holds {root.Kind}, but has to hold a mapping with keys such as 'app' and 'services'."),
        };
    }
}
