using System.IO.Compression;
using Landfall.Evaluation.Kpi;

namespace Landfall.Evaluation.Tests.Kpi;

public sealed class KpiCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_PlainAndCompressed_ReadsBothByTheIndex()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "wsd"));
        File.WriteAllText(Path.Combine(_folder, "wsd", "1.csv"), "value,label\n1.5,0\n,1\n2,1\n3,0\n");
        using (var packed = new GZipStream(File.Create(Path.Combine(_folder, "wsd", "2.csv.gz")), CompressionMode.Compress))
            packed.Write("value,label\n7,1\n"u8);
        File.WriteAllText(
            Path.Combine(_folder, "index.csv"),
            "split,file,rows,train_rows,interval_s,start_unix\ngiven,wsd/1.csv,4,2,60,600\ngiven,wsd/2.csv,1,0,10,0\n");

        var series = KpiCorpus.Load(_folder);

        Assert.Equal(["wsd/1", "wsd/2"], series.Select(s => s.File));
        Assert.Equal([1.5, double.NaN, 2, 3], series[0].Values);
        Assert.Equal([(1, 2)], series[0].Events);
        Assert.Equal((2, TimeSpan.FromMinutes(1), 600), (series[0].TrainRows, series[0].Interval, series[0].Start.ToUnixTimeSeconds()));
        Assert.Equal((0, 0), Assert.Single(series[1].Events));
    }

    [Fact]
    public void Load_CurveWithoutRow_NamesIt()
    {
        File.WriteAllText(Path.Combine(_folder, "index.csv"), "file,train_rows,interval_s,start_unix\n");
        File.WriteAllText(Path.Combine(_folder, "x.csv"), "value,label\n1,0\n");

        Assert.Contains("'x.csv'", Assert.Throws<InvalidDataException>(() => KpiCorpus.Load(_folder)).Message, StringComparison.Ordinal);
    }
}
