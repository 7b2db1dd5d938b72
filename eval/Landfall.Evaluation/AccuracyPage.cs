using System.Text;

namespace Landfall.Evaluation;

/// <summary>
/// The documentation page <c>accuracy.md</c>. It is made from <c>accuracy/results.json</c> and the plots beside it and from
/// nothing else, so that a test can tell whether it is up to date.
/// </summary>
internal static class AccuracyPage
{
    /// <summary>Returns the folder of plots and results below a documentation folder; it exists after.</summary>
    public static string PlotFolder(string docs) => Directory.CreateDirectory(Path.Combine(docs, "accuracy")).FullName;

    /// <summary>Takes in new results, keeps those of evaluations that were not run, and writes the page anew.</summary>
    public static void Update(string docs, IReadOnlyDictionary<string, IReadOnlyList<Measurement>> results)
    {
        var folder = PlotFolder(docs);
        var path = Path.Combine(folder, "results.json");
        var all = AccuracyResults.Load(path);
        foreach (var (evaluation, rows) in results)
            all[evaluation] = rows;
        AccuracyResults.Save(path, all);
        foreach (var (evaluation, rows) in results)
            File.WriteAllText(Path.Combine(folder, $"{evaluation}.svg"), TargetPlot.Render($"{evaluation}: measured against floor and goal", rows));
        File.WriteAllText(Path.Combine(docs, "accuracy.md"), Render(folder));
    }

    /// <summary>Writes the page from what is in the folder of results.</summary>
    public static string Render(string folder)
    {
        var results = AccuracyResults.Load(Path.Combine(folder, "results.json"));
        var text = new StringBuilder();
        text.Append("# Accuracy on public data\n\n");
        text.Append("What the engine gets with its shipped configuration: nothing is tuned per data set, system or series. ");
        text.Append("This page is generated; to measure again:\n\n");
        text.Append("    dotnet run --project eval/Landfall.Evaluation -c Release -- --data DIR --docs docs\n\n");
        text.Append("DIR has one folder per data set, named as below; what is not there is skipped. Figures are for the part of each set ");
        text.Append("that was present when they were measured, which the column *data* names. *Left out* is the same ");
        text.Append("figure where what was chosen by looking at data was chosen without the part that is measured: expect it, rather than *ours*, on ");
        text.Append("data that nobody has seen. *Floor* is what must be reached, *goal* what is aimed for, *published* what others report.\n\n");
        foreach (var line in AccuracyTable.Markdown([.. DataSource.All.SelectMany(s => results.GetValueOrDefault(s.Evaluation, []))]))
            text.Append(line).Append('\n');
        foreach (var source in DataSource.All.Where(s => results.ContainsKey(s.Evaluation)))
            Section(text, folder, source);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string folder, DataSource source)
    {
        text.Append($"\n## {source.Title}\n\n{source.Protocol}\n\n");
        text.Append($"Get it from <{source.Address}> (licence: {source.Licence}) and put into `{source.Evaluation}/`: {source.Layout}.\n");
        foreach (var file in Directory.EnumerateFiles(folder, "*.svg").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
        {
            if (file == source.Evaluation + ".svg" || file.StartsWith(source.Evaluation + "-", StringComparison.Ordinal))
                text.Append($"\n![{Title(Path.Combine(folder, file))}](accuracy/{file})\n");
        }
    }

    private static string Title(string path)
    {
        var svg = File.ReadAllText(path);
        var start = svg.IndexOf("<title>", StringComparison.Ordinal) + "<title>".Length;
        var end = svg.IndexOf("</title>", StringComparison.Ordinal);
        return start < "<title>".Length || end < start ? Path.GetFileNameWithoutExtension(path) : svg[start..end];
    }
}
