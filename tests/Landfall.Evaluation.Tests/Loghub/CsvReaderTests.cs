using Landfall.Evaluation.Loghub;

namespace Landfall.Evaluation.Tests.Loghub;

public class CsvReaderTests
{
    [Fact]
    public void Read_QuotesCommasAndLineBreaks_AreOneField()
    {
        var rows = CsvReader.Read(new StringReader("a,b\r\n1,\"x, \"\"y\"\"\nz\"\n2,\n")).ToList();

        Assert.Equal([["a", "b"], ["1", "x, \"y\"\nz"], ["2", ""]], rows);
    }
}
