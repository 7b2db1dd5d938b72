using System.Globalization;
using System.Text;
using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>Makes of a file's difference what a model is shown: what changes, with a few lines around it and without secrets.</summary>
internal static class DiffView
{
    private const int Around = 5;
    private const int LongestLine = 500;
    private const int LongestPath = 300;

    /// <summary>Makes it.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The file as it is shown; null where no line changes.</returns>
    public static ReviewedFile? Of(DiffFile file)
    {
        if (file.Lines.All(line => line.Mark == ' '))
            return null;
        var head = $"=== {PullText.Line(file.Path, LongestPath)}\n";
        if (file.Lines.All(line => line.Mark == '-'))
            return new ReviewedFile(file.Path, string.Create(CultureInfo.InvariantCulture, $"{head}(all of its {file.Lines.Count} lines are gone)\n"), new HashSet<int>(), 0);

        var (before, after) = (Version(file, '-'), Version(file, '+'));
        var shown = Shown(file.Lines);
        var text = new StringBuilder(head);
        var numbers = new HashSet<int>();
        var (old, now, masked, skipped) = (0, 0, 0, false);
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var line = file.Lines[i];
            var visible = line.Mark == '-' ? before[old] : after[now];
            old += line.Mark == '+' ? 0 : 1;
            now += line.Mark == '-' ? 0 : 1;
            if (!shown[i])
            {
                skipped = true;
                continue;
            }

            if (skipped)
                text.Append("   ...\n");
            skipped = false;
            masked += visible == line.Text ? 0 : 1;
            if (line.Mark != '-')
                numbers.Add(now);
            text.Append(CultureInfo.InvariantCulture, $"{(line.Mark == '-' ? "" : now),6} {line.Mark}{PullText.Line(visible, LongestLine)}\n");
        }

        return new ReviewedFile(file.Path, text.ToString(), numbers, masked);
    }

    private static IReadOnlyList<string> Version(DiffFile file, char mark) =>
        DiffMask.Of(file.Path, [.. file.Lines.Where(line => line.Mark == ' ' || line.Mark == mark).Select(line => line.Text)]);

    private static bool[] Shown(IReadOnlyList<DiffLine> lines)
    {
        var shown = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Mark != ' ')
                Array.Fill(shown, true, Math.Max(0, i - Around), Math.Min(lines.Count, i + Around + 1) - Math.Max(0, i - Around));
        }

        return shown;
    }
}
