using Landfall.AIOps.Benchmarks;

var unknown = args.Except(BenchmarkSet.All.Select(b => b.Name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"there is no benchmark '{string.Join("', '", unknown)}'; known are {string.Join(", ", BenchmarkSet.All.Select(b => b.Name))}.");
    return 2;
}

BenchmarkTable.WriteHeader(Console.Out);
foreach (var benchmark in BenchmarkSet.All.Where(b => args.Length == 0 || args.Contains(b.Name)))
    BenchmarkTable.Write(Console.Out, benchmark.Name, [.. benchmark.Run()]);
return 0;
