using Landfall.Config.Values;

namespace Landfall.Config.Tests.Values;

public class SizeTests
{
    [Theory]
    [InlineData("512MiB", 512)]
    [InlineData("512 MB", 512)]
    [InlineData("2GB", 2048)]
    [InlineData("30GiB", 30_720)]
    public void TryParse_Size_GivesMebibytes(string text, long expected)
    {
        Assert.True(Size.TryParse(text, out var size));
        Assert.Equal(expected, size.MiB);
    }

    [Theory]
    [InlineData("512")]
    [InlineData("GB")]
    [InlineData("1.5GB")]
    [InlineData("1TB")]
    [InlineData("1gb")]
    [InlineData("99999999MB")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(Size.TryParse(text, out _));
}
