using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class TagValidatorTests
{
    [Fact]
    public void Validate_TagThatAwsRefuses_IsReported() =>
        Assert.Equal(["4:9 LF1505", "4:21 LF1503", "4:34 LF1503"], SmallFile.Problems(
            $$"""
            tags: { aws:x: "1", "a\tb": "1", c: "{{new string('v', 257)}}", "cost center/Team_1": "a+b=c@d: Ü" }
            """));

    [Fact]
    public void Validate_TooManyTags_IsReported() =>
        Assert.Equal(["4:7 LF1108"], SmallFile.Problems(
            $"tags: {{ {string.Join(", ", Enumerable.Range(0, 41).Select(i => $"t{i}: x"))} }}"));
}
