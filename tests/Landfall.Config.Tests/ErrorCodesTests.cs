using System.Text.RegularExpressions;

namespace Landfall.Config.Tests;

public class ErrorCodesTests
{
    [Fact]
    public void All_Codes_AreUniqueAndWellFormedAndExplained()
    {
        var codes = ErrorCodes.All();

        Assert.Equal(codes.Count, codes.Select(pair => pair.Key).Distinct().Count());
        Assert.All(codes, pair => Assert.Matches(new Regex("^LF[0-9]{4}$"), pair.Key));
        Assert.All(codes, pair => Assert.EndsWith(".", pair.Value));
    }
}
