using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class FargateSizeValidatorTests
{
    [Fact]
    public void Validate_PairThatDoesNotExist_IsReportedAtMemory() =>
        Assert.Equal(["5:53 LF1301"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, cpu: 1024, memory: 512 }
            """));

    [Fact]
    public void Validate_DefaultCpuWithTooMuchMemory_IsReported() =>
        Assert.Equal(["5:42 LF1301"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, memory: 4GB }
            """));

    [Fact]
    public void Validate_LargestPair_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, cpu: 16384, memory: 120GB }
            """));

    [Fact]
    public void Validate_CpuAlone_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, cpu: 4096 }
            """));

    [Fact]
    public void Validate_CpuThatDoesNotExist_IsReportedOnce() =>
        Assert.Equal(["5:39 LF1105"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, cpu: 300, memory: 512 }
            """));
}
