using Landfall.Evaluation.WebTraffic;

namespace Landfall.Evaluation.Tests.WebTraffic;

public sealed class TrafficTraceTests
{
    [Fact]
    public void Read_HoursWithAndWithoutRows_TellsQuietFromMissing()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "site.csv");
        File.WriteAllText(file, "minute,count\n2026-01-01 00:05:00,3\n2026-01-01 00:59:00,4\n2026-01-01 02:00:00,5\n");

        var trace = TrafficTrace.Read(file);

        Assert.Equal("site", trace.Name);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), trace.Start);
        Assert.Equal([7, 0, 5], trace.PerHour());
        Assert.Equal([7, double.NaN, 5], trace.PerHourOrMissing());
        var minutes = trace.PerMinuteOrMissing();
        Assert.Equal(180, minutes.Length);
        Assert.Equal(0, minutes[0]);
        Assert.Equal(3, minutes[5]);
        Assert.Equal(double.NaN, minutes[60]);
    }

    [Fact]
    public void PerHour_PublicTrace_ReproducesTheNaiveBaselines()
    {
        var file = Path.Combine(PublicData.Folder("web-traffic"), "nasa.csv");
        Assert.SkipUnless(File.Exists(file), $"'{file}' is not there.");
        var hours = TrafficTrace.Read(file).PerHour();

        Assert.Equal(0.157, Wape(168), 0.0005);
        Assert.Equal(0.298, Wape(24), 0.0005);

        double Wape(int period)
        {
            var (error, total) = (0.0, 0.0);
            for (var origin = (int)(0.7 * hours.Length); origin + 48 <= hours.Length; origin += 6)
            {
                for (var step = 0; step < 48; step++)
                {
                    error += Math.Abs(hours[origin + step] - hours[origin - period + step % period]);
                    total += hours[origin + step];
                }
            }

            return error / total;
        }
    }
}
