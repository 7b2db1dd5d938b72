using System.Globalization;
using Landfall.Operator.Playbooks;
using Spectre.Console;

namespace Landfall.Cli.Terminal;

/// <summary>How playbooks look: a table, one of them, and what is wrong with some.</summary>
internal static class PlaybookRendering
{
    /// <summary>Writes the playbooks of a project.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="list">The playbooks.</param>
    public static void Write(Screen screen, PlaybookList list)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("NAME", "DOES", "FROM", "TITLE");
        foreach (var one in list.Playbooks)
            table.AddRow(new Text(one.Name), new Text(one.Operation), new Text(one.File), new Text(one.Title));
        screen.Data.Write(table);
        if (list.Problems.Count > 0)
            screen.Talk.WriteLine("Others are not sound, and keep the operator from beginning: 'landfall playbook test' says why.");
    }

    /// <summary>Writes what a check of playbooks found.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="list">The playbooks.</param>
    public static void WriteTest(Screen screen, PlaybookList list)
    {
        foreach (var problem in list.Problems)
            Line(screen, problem.ToString());
        foreach (var one in list.Playbooks.Where(one => one.NotAllowedIn.Count > 0))
            Line(screen, $"{one.Name}: 'operate.allow' of {string.Join(", ", one.NotAllowedIn)} lacks '{one.Operation}', so that the operator never makes it there.");
        var sound = list.Playbooks.Count == 1 ? "One playbook is sound" : string.Create(CultureInfo.InvariantCulture, $"{list.Playbooks.Count} playbooks are sound");
        screen.Talk.WriteLine(list.Problems.Count == 0 ? $"{sound}." : string.Create(CultureInfo.InvariantCulture, $"{sound}. Problems with others: {list.Problems.Count}."));
    }

    /// <summary>Writes one playbook.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="playbook">The playbook.</param>
    public static void Write(Screen screen, Playbook playbook)
    {
        Line(screen, $"{playbook.Name}: {playbook.Title} ({playbook.File})");
        Line(screen, $"  {playbook.Overview}");
        Line(screen, $"  Used for: {string.Join(" or ", playbook.When)}{string.Concat(playbook.Unless.Select(one => $"; not {one}"))}");
        foreach (var parameter in playbook.Parameters)
            Line(screen, $"  {parameter.Name}{(parameter.Default is { } value ? $" ({value} by default)" : "")}: {parameter.Description}");
        for (var i = 0; i < playbook.Steps.Count; i++)
        {
            var step = playbook.Steps[i];
            Line(screen, "");
            Line(screen, string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {step.Title}"));
            if (step.Text.Length > 0)
                Line(screen, $"  {step.Text}");
            foreach (var constraint in step.Constraints)
                Line(screen, $"  - {constraint}");
            if (step.Action is { } action)
                Line(screen, $"  Does: {Words(action)}");
        }

        Line(screen, "");
        Line(screen, $"The fault has to be over within {Config.Values.Duration.Format(playbook.Within)}.{(playbook.Undo is { } undo ? $" Otherwise it is undone: {Words(undo)}" : " Otherwise a person is needed.")}");
    }

    private static string Words(PlaybookAction action) => $"{action.Operation} ({string.Join(", ", action.Values.Select(value => $"{value.Key}: {value.Value}"))})";

    /// <summary>Written as it is, but for what would move the cursor.</summary>
    private static void Line(Screen screen, string line) => screen.Data.Profile.Out.Writer.WriteLine(string.Concat(line.Where(c => !char.IsControl(c))));
}
