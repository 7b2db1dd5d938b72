using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class DomainValidatorTests
{
    [Fact]
    public void Validate_NameOutsideZone_IsReported() =>
        Assert.Equal(["4:17 LF1506"], SmallFile.Problems(
            """
            domain: { name: shop.example.org, zone: example.com }
            """));

    [Fact]
    public void Validate_NameMalformed_IsReported() =>
        Assert.Equal(["4:17 LF1506"], SmallFile.Problems(
            """
            domain: { name: shop..example.com, zone: example.com }
            """));

    [Fact]
    public void Validate_ZoneItself_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            domain: { name: example.com, zone: example.com }
            """));
}
