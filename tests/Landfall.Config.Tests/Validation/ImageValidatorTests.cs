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

    [Theory]
    [InlineData("{ type: internal, image: { released: true, build: . } }", "5:43 LF1314")]
    [InlineData("{ type: internal, image: { released: true, reference: n } }", "5:43 LF1314")]
    [InlineData("{ type: job, image: { released: true }, schedule: rate(1 hour) }", "5:38 LF1314")]
    [InlineData("{ type: internal, image: { released: true }, release: { command: [x] } }", "5:60 LF1314")]
    [InlineData("{ type: internal, image: { released: false } }", "5:31 LF1314")]
    public void Validate_ReleasedBesideWhatItCannotBe_IsReported(string service, string problem) =>
        Assert.Equal([problem], [.. SmallFile.Problems($"services:\n  a: {service}").Select(found => string.Join(' ', found.Split(' ').Take(2)))]);

    [Fact]
    public void Validate_Released_IsAccepted() =>
        Assert.Empty(SmallFile.Problems("services:\n  a: { type: internal, image: { released: true } }"));
}
