using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class TimeZonesTests
{
    [Theory]
    [InlineData("UTC", true)]
    [InlineData("Asia/Shanghai", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("europe/berlin", false)]
    [InlineData("Mars/Base", false)]
    public void Exists_Name_IsWhetherIanaHasIt(string name, bool expected) => Assert.Equal(expected, TimeZones.Exists(name));
}
