namespace Landfall.AIOps.Benchmarks;

/// <summary>The benchmarks, in the order of the table.</summary>
internal static class BenchmarkSet
{
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new DetectionBenchmark(),
        new LogTemplateBenchmark(),
        new RootCauseBenchmark(),
        new ForecastBenchmark(),
    ];
}
