using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NotifyValidatorTests
{
    [Fact]
    public void Validate_NeitherMailNorHttps_IsReported() =>
        Assert.Equal(["4:10 LF1316", "4:15 LF1316", "4:35 LF1316", "4:78 LF1316", "4:91 LF1316"], SmallFile.Problems(
            """
            notify: [ops, http://example.com, a@b@c.com, a@b.com, https://example.com/x, "a\n@b.com", "https://a.com/\n"]
            """));
}
