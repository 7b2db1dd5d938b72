using System.Text;
using System.Text.RegularExpressions;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

/// <summary>
/// What people read of a wrong file, to the letter. Each file below Golden/problems has files, apart by ---, in which something with its
/// code is wrong, each followed by all its problems; where one does not name its application, it stands behind three usual lines.
/// </summary>
public partial class ProblemTextTests
{
    private const string Folder = "tests/Landfall.Config.Tests/Golden/problems";

    public static TheoryData<string> Codes =>
        [.. Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, Folder), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Load_FilesWithTheCode_SayWhatIsWrongAndWhere(string code)
    {
        var said = new List<string>();
        foreach (var part in File.ReadAllText(Path.Combine(GoldenFile.Repository, Folder, code + ".yaml")).Split("---\n"))
        {
            var text = SaidBefore().Replace(part, "").TrimStart('\n');
            var problems = ConfigLoader.Check(text.StartsWith("app:", StringComparison.Ordinal) ? text : SmallFile.Head + text).Select(problem => problem.ToString()).ToList();
            Assert.Contains(problems, problem => problem.Contains($" {code} ", StringComparison.Ordinal));
            said.Add(new StringBuilder(text).AppendJoin("", problems.Select(problem => $"# {problem["landfall.yaml:".Length..]}\n")).ToString());
        }

        GoldenFile.Verify($"{Folder}/{code}.yaml", string.Join("---\n", said));
    }

    [GeneratedRegex("^# [0-9]+:[0-9]+ LF[0-9]{4} .*\n", RegexOptions.Multiline)]
    private static partial Regex SaidBefore();
}
