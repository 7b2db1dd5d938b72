using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class PortValidatorTests
{
    [Fact]
    public void Validate_SidecarOnThePortOfTheService_IsReported() =>
        Assert.Equal(["5:67 LF1309"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, sidecars: { s: { image: n, port: 8080 } } }
            """));

    [Fact]
    public void Validate_SidecarOnAnotherPort_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, sidecars: { s: { image: n, port: 8081 } } }
            """));

    [Fact]
    public void Validate_PortTooLarge_IsReported() =>
        Assert.Equal(["5:40 LF1106"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, port: 70000 }
            """));
}
