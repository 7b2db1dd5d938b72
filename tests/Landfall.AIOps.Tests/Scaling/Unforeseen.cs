namespace Landfall.AIOps.Tests.Scaling;

/// <summary>Demand that no forecast can know.</summary>
internal static class Unforeseen
{
    /// <summary>About 200 requests a minute; every few hours several times as many at once, which fade within an hour or two.</summary>
    public static double[] Bursts(int minutes)
    {
        var random = new Random(3);
        var (demand, burst) = (new double[minutes], 0.0);
        for (var i = 0; i < minutes; i++)
        {
            burst = random.NextDouble() < 0.002 ? 300 + (700 * random.NextDouble()) : burst * 0.97;
            demand[i] = 200 + burst + (40 * (random.NextDouble() - 0.5));
        }

        return demand;
    }

    /// <summary>Every other day demand jumps between 200 and 900, after another time each day; on the days between it is 500.</summary>
    public static double[] Deceit(int minutes) => [.. Enumerable.Range(0, minutes).Select(i =>
        i / 1440 % 2 == 1 ? 500.0 : i / (200 + (37 * (i / 1440 % 5))) % 2 == 0 ? 200 : 900)];
}
