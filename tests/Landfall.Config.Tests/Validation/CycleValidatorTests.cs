using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class CycleValidatorTests
{
    [Fact]
    public void Validate_CycleOfThree_IsReportedAtTheLastEdge() =>
        Assert.Equal(["7:41 LF1203"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, uses: [b] }
              b: { type: internal, image: n, uses: [c] }
              c: { type: internal, image: n, uses: [a] }
            """));

    [Fact]
    public void Validate_ServiceThatUsesItself_IsReported() =>
        Assert.Equal(["5:41 LF1202"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, uses: [a] }
            """));

    [Fact]
    public void Validate_Diamond_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, uses: [b, c] }
              b: { type: internal, image: n, uses: [d] }
              c: { type: internal, image: n, uses: [d] }
              d: { type: internal, image: n }
            """));
}
