using System.Diagnostics.CodeAnalysis;

namespace Landfall.Evaluation;

/// <summary>The parsed command line.</summary>
/// <param name="Data">The folder with one folder per data set.</param>
/// <param name="Only">The data sets to run; empty means all that are there.</param>
/// <param name="Json">The file that the table is also written to, or null.</param>
/// <param name="Dump">The folder for raw results, or null.</param>
/// <param name="Docs">The folder whose <c>accuracy.md</c> is brought up to date, or null.</param>
/// <param name="Train">The file that a network learned from the service curves is written to, instead of an evaluation, or null.</param>
internal sealed record EvaluationOptions(string Data, IReadOnlySet<string> Only, string? Json, string? Dump, string? Docs, string? Train)
{
    private const string Usage =
        "usage: Landfall.Evaluation --data DIR [--only nab,petshop,…] [--json FILE] [--dump DIR] [--docs DIR] [--train FILE]";

    public static bool TryParse(
        string[] args,
        [NotNullWhen(true)] out EvaluationOptions? options,
        [NotNullWhen(false)] out string? problem)
    {
        options = null;
        string? data = null, json = null, dump = null, docs = null, train = null;
        var only = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                problem = $"'{args[i]}' needs a value. {Usage}";
                return false;
            }

            switch (args[i])
            {
                case "--data": data = args[i + 1]; break;
                case "--json": json = args[i + 1]; break;
                case "--dump": dump = args[i + 1]; break;
                case "--train": train = args[i + 1]; break;
                case "--docs": docs = args[i + 1]; break;
                case "--only": only.UnionWith(args[i + 1].Split(',', StringSplitOptions.RemoveEmptyEntries)); break;
                default:
                    problem = $"'{args[i]}' is not an option. {Usage}";
                    return false;
            }
        }

        var unknown = only.Except(Evaluations.All.Select(e => e.Name)).Order(StringComparer.Ordinal).ToList();
        problem = data is null ? Usage
            : unknown.Count > 0 ? $"--only names '{string.Join("', '", unknown)}'; known are {string.Join(", ", Evaluations.All.Select(e => e.Name))}."
            : null;
        if (problem is not null)
            return false;
        options = new EvaluationOptions(data!, only, json, dump, docs, train);
        return true;
    }
}
