namespace Landfall.AIOps.Benchmarks;

/// <summary>One subject with its target. Adding a benchmark is adding one class to <see cref="BenchmarkSet"/>.</summary>
internal interface IBenchmark
{
    /// <summary>The word that selects it on the command line.</summary>
    string Name { get; }

    /// <summary>Measures on one core, at growing sizes of input, smallest first.</summary>
    IEnumerable<BenchmarkFigure> Run();
}
