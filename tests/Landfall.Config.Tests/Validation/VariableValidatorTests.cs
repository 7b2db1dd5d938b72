using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class VariableValidatorTests
{
    [Fact]
    public void Validate_VariableOfAUse_IsReportedAtTheUse() =>
        Assert.Equal(["6:62 LF1207"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id } }
            services:
              a: { type: internal, image: n, env: { T_TABLE: x }, uses: [t] }
            """));

    [Fact]
    public void Validate_TwoUsesWithOnePrefix_IsReportedAtTheSecond() =>
        Assert.Equal(["6:46 LF1207"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id }, u: { partitionKey: id } }
            services:
              a: { type: internal, image: n, uses: [t, { u: { prefix: T } }] }
            """));

    [Fact]
    public void Validate_SameUseTwice_IsReportedOnce() =>
        Assert.Equal(["6:44 LF1205"], SmallFile.Problems(
            """
            tables: { t: { partitionKey: id } }
            services:
              a: { type: internal, image: n, uses: [t, t] }
            """));

    [Fact]
    public void Validate_NameBeginningWithADigit_IsReported() =>
        Assert.Equal(["5:41 LF1503"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, env: { 1A: x } }
            """));
}
