using System.Globalization;

namespace Landfall.Evaluation.Tests;

/// <summary>Two made-up series in the layout of the benchmark: one with a labelled spike, one without labels.</summary>
internal static class SmallCorpus
{
    public const int Rows = 600;
    private const int Spike = 400;

    public static void Write(string folder)
    {
        foreach (var part in (string[])["labels", "config", Path.Combine("data", "family")])
            Directory.CreateDirectory(Path.Combine(folder, part));
        Series(Path.Combine(folder, "data", "family", "spike.csv"), withSpike: true);
        Series(Path.Combine(folder, "data", "family", "plain.csv"), withSpike: false);
        File.WriteAllText(
            Path.Combine(folder, "labels", "combined_windows.json"),
            $$"""
            {"family/spike.csv": [["{{Stamp(Spike - 20)}}.000000", "{{Stamp(Spike + 20)}}.000000"]], "family/absent.csv": []}
            """);
        File.WriteAllText(
            Path.Combine(folder, "config", "profiles.json"),
            """{"standard": {"CostMatrix": {"tpWeight": 1.0, "fnWeight": 1.0, "fpWeight": 0.11, "tnWeight": 1.0}}}""");
    }

    private static string Stamp(int row) =>
        new DateTime(2026, 1, 1).AddMinutes(5 * row).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static void Series(string path, bool withSpike)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, Rows).Select(row =>
        {
            var value = 100 + random.Next(8) + (withSpike && row == Spike ? 500 : 0);
            return string.Create(CultureInfo.InvariantCulture, $"{Stamp(row)},{value}");
        });
        File.WriteAllLines(path, ["timestamp,value", .. rows]);
    }
}
