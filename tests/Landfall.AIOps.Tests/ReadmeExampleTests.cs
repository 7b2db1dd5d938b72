using Landfall.AIOps.Detection;

namespace Landfall.AIOps.Tests;

/// <summary>The README's example is this code, and it finds what it is said to find.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Example_SpikeAfterTwoWeeks_IsTheOneAlarm()
    {
        var start = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
        var noise = new Random(1);
        var latencies = Enumerable.Range(0, 14 * 288)
            .Select(i => (Time: start.AddMinutes(5 * i), Value: i == 4000 ? 812 : 60 + (10 * Math.Sin(i * Math.Tau / 288)) + noise.NextDouble()))
            .ToList();

        // The README begins here.
        var detector = new NoveltyDetector();
        var alarms = latencies
            .Where(l => detector.Observe(l.Time, l.Value) >= NoveltyDetector.DefaultThreshold)
            .Select(l => $"{l.Time:u} {detector.Explain()!.Describe("ms")}")
            .ToList();
        // The README ends here.

        Assert.Contains("812 ms", alarms[^1], StringComparison.Ordinal);
        Assert.StartsWith($"{latencies[4000].Time:u}", alarms[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Example_InTheReadme_IsTheCodeAbove()
    {
        var source = File.ReadAllText(Path.Combine(GoldenFile.Repository, "tests", "Landfall.AIOps.Tests", "ReadmeExampleTests.cs"));
        var lines = source.Split("// The README begins here.\n")[1].Split("        // The README ends")[0].TrimEnd('\n')
            .Split('\n').Select(l => l[8..]);

        var readme = File.ReadAllText(Path.Combine(GoldenFile.Repository, "README.md"));

        Assert.Contains($"```csharp\n{string.Join('\n', lines)}\n```", readme, StringComparison.Ordinal);
    }
}
