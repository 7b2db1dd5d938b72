using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class ImageValidatorTests
{
    [Fact]
    public void Validate_ReferenceAndBuild_IsReported() =>
        Assert.Equal(["5:54 LF1314"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: { reference: n, build: . } }
            """));

    [Fact]
    public void Validate_NeitherReferenceNorBuild_IsReported() =>
        Assert.Equal(["5:31 LF1314"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: {} }
            """));

    [Fact]
    public void Validate_ReferenceMalformed_IsReportedOnce() =>
        Assert.Equal(["5:31 LF1107"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: Not An Image }
            """));

    [Fact]
    public void Validate_AbsoluteContext_IsReported() =>
        Assert.Equal(["5:40 LF1315"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: { build: /api } }
            """));

    [Fact]
    public void Validate_AbsoluteSource_IsReported() =>
        Assert.Equal(["5:28 LF1315"], SmallFile.Problems(
            """
            services:
              a: { type: site, source: /www }
            """));
}
