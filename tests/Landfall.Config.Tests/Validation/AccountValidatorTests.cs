using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class AccountValidatorTests
{
    [Fact]
    public void Validate_AccountNotTwelveDigits_IsReported() =>
        Assert.Equal(["4:10 LF1501"], SmallFile.Problems(
            """
            account: "12345"
            """));

    [Fact]
    public void Validate_AccountWithLetters_IsReported() =>
        Assert.Equal(["4:10 LF1501"], SmallFile.Problems(
            """
            account: 12345678901x
            """));

    [Fact]
    public void Validate_AccountOfTwelveDigits_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            account: "123456789012"
            """));

    [Fact]
    public void Validate_AccountUnquoted_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            account: 123456789012
            """));
}
