using System.Text;
using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Tree;

namespace Landfall.Operations.Migration;

/// <summary>Reads YAML of another tool's, within the limits of the file's own.</summary>
internal static class ForeignYaml
{
    /// <summary>Reads a mapping. Variables of the other tool's are left as they are.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="LandfallException">It is none.</exception>
    public static MapNode Read(string path, string name)
    {
        var problems = new ProblemList(name);
        try
        {
            var tree = new YamlTreeReader(new Interpolation(_ => null, problems), problems).Read(Encoding.UTF8.GetString(InputReader.Read(path)));
            return problems.HasErrors ? throw Unreadable(problems.Sorted()[0].ToString())
                : tree as MapNode ?? throw Unreadable($"{name}:1:1 The file holds no mapping.");
        }
        catch (LandfallException unusable) when (unusable.Details is Mark mark)
        {
            throw Unreadable($"{name}:{mark.Line}:{mark.Column} {unusable.Message}");
        }

        static LandfallException Unreadable(string what) => new(ErrorCodes.ManifestUnreadable, $"{what} Nothing was written.");
    }
}
