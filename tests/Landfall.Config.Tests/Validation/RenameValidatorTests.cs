using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class RenameValidatorTests
{
    [Theory]
    [InlineData("tables: { a: { was: b, partitionKey: id } }", "")]
    [InlineData("tables: { a: { was: a, partitionKey: id } }", "4:21 LF1210")]
    [InlineData("tables: { a: { was: b, partitionKey: id }, b: { partitionKey: id } }", "4:21 LF1210")]
    [InlineData("tables: { a: { was: q, partitionKey: id } }\nqueues: { q: {} }", "4:21 LF1210")]
    [InlineData("tables: { a: { was: s, partitionKey: id } }\nsecrets: { s: {} }", "4:21 LF1210")]
    [InlineData("queues: { a: { was: c }, b: { was: c } }", "4:36 LF1210")]
    [InlineData("queues: { a: { was: b }, b: { was: c } }", "4:21 LF1210")]
    [InlineData("queues: { a: { was: Emails } }", "4:21 LF1107")]
    [InlineData("services: { a: { was: data, type: web, image: x } }", "4:23 LF1505")]
    [InlineData("buckets: { a: { was: data } }", "")]
    [InlineData("buckets: { a: { was: auth } }", "4:22 LF1505")]
    [InlineData("services: { a: { was: b, type: web, image: x, sidecars: { b: { image: y } } } }", "4:59 LF1204")]
    [InlineData("services: { a: { was: b, type: site } }\nbuckets: { site-b: {} }", "5:12 LF1505")]
    [InlineData("services: { a: { was: b, type: site } }\nbuckets: { site-a: {} }", "")]
    public void Validate_Was_IsANameOfNobodyElse(string yaml, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : [expected], SmallFile.Problems(yaml + "\n"));

    [Fact]
    public void Validate_LongNameOfAServiceThatWasShort_IsNotTooLong()
    {
        var name = new string('a', 64);

        Assert.Single(SmallFile.Problems($"services: {{ {name}: {{ type: internal, image: x }} }}\n"));
        Assert.Empty(SmallFile.Problems($"services: {{ {name}: {{ was: nightly, type: internal, image: x }} }}\n"));
    }

    [Fact]
    public void Validate_NullInAnEnvironment_ForgetsTheOldNameThere()
    {
        const string yaml = "app: shop\nregion: eu-west-1\nqueues: { a: { was: b } }\nenvironments: { dev: { queues: { a: { was: null } } }, prod: {} }\n";

        Assert.Equal("a", TestLoad.Plan(yaml, "dev").Queues[0].Name);
        Assert.Equal("b", TestLoad.Plan(yaml, "prod").Queues[0].Name);
    }
}
