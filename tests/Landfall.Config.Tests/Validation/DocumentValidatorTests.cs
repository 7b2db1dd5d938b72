using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class DocumentValidatorTests
{
    [Fact]
    public void Validate_SettingsForAnUnknownEnvironment_IsReported() =>
        Assert.Equal(["5:50 LF1208"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, environments: { prd: {} } }
            """));
}
