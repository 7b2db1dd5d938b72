using System.Globalization;
using System.Text.Json;

namespace Landfall.Evaluation;

/// <summary>The command line: <c>--data DIR [--only a,b] [--json FILE] [--dump DIR]</c>.</summary>
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
            log.WriteLine($"skipped: there is no folder '{options.Data}'. docs/accuracy.md names the public sources of each data set.");
            return 0;
        }

        var rows = new List<Measurement>();
        foreach (var evaluation in Evaluations.All.Where(e => options.Only.Count == 0 || options.Only.Contains(e.Name)))
        {
            var folder = Path.Combine(options.Data, evaluation.Name);
            if (!Directory.Exists(folder))
            {
                log.WriteLine($"skipped {evaluation.Name}: '{folder}' is not there.");
                continue;
            }

            var dump = options.Dump is null ? null : Directory.CreateDirectory(Path.Combine(options.Dump, evaluation.Name)).FullName;
            rows.AddRange(evaluation.Run(new EvaluationContext(folder, dump, log), CancellationToken.None));
        }

        foreach (var row in rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Method,-34} {row.Data,-30} {row.Metric,-26} {row.Value,9:0.000}  floor {row.Floor,-6} goal {row.Goal,-6} {row.Published}"));
        }

        if (options.Json is not null)
            File.WriteAllText(options.Json, JsonSerializer.Serialize(rows, Json) + "\n");
        return 0;
    }
}
