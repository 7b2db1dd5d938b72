using System.Text.Json;

namespace Landfall.Evaluation;

/// <summary>
/// The command line: <c>--data DIR [--only a,b] [--json FILE] [--dump DIR] [--docs DIR] [--train FILE]</c>. The table goes to standard
/// output, everything else to standard error.
/// </summary>
internal static class EvaluationCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static int Run(string[] args, TextWriter output, TextWriter log)
    {
        if (!EvaluationOptions.TryParse(args, out var options, out var problem))
        {
            log.WriteLine(problem);
            return 2;
        }

        if (!Directory.Exists(options.Data))
        {
            log.WriteLine($"skipped: there is no folder '{options.Data}'. {DataSource.WhereToGet}");
            return 0;
        }

        if (options.Train is not null)
        {
            Kpi.NetworkFile.Write(options.Train, Kpi.CurveNetworks.OfAll(Kpi.KpiCorpus.Load(Path.Combine(options.Data, "kpi")), CancellationToken.None));
            return 0;
        }

        var results = new SortedDictionary<string, IReadOnlyList<Measurement>>(StringComparer.Ordinal);
        foreach (var evaluation in Evaluations.All.Where(e => options.Only.Count == 0 || options.Only.Contains(e.Name)))
        {
            var folder = Path.Combine(options.Data, evaluation.Name);
            if (!Directory.Exists(folder))
            {
                log.WriteLine($"skipped {evaluation.Name}: '{folder}' is not there. {DataSource.WhereToGet}");
                continue;
            }

            var dump = options.Dump is null ? null : Directory.CreateDirectory(Path.Combine(options.Dump, evaluation.Name)).FullName;
            var plots = options.Docs is null ? null : AccuracyPage.PlotFolder(options.Docs);
            results[evaluation.Name] = evaluation.Run(new EvaluationContext(folder, dump, log, plots), CancellationToken.None);
        }

        List<Measurement> rows = [.. Evaluations.All.SelectMany(e => results.GetValueOrDefault(e.Name, []))];
        AccuracyTable.Write(output, rows);
        if (options.Json is not null)
            File.WriteAllText(options.Json, JsonSerializer.Serialize(rows, Json) + "\n");
        if (options.Docs is not null)
            AccuracyPage.Update(options.Docs, results);
        return 0;
    }
}
