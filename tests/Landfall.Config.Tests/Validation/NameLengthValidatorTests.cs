using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NameLengthValidatorTests
{
    /// <summary>What is only a name in AWS is shortened; nobody has to choose another for it.</summary>
    [Theory]
    [InlineData("buckets: { a-bucket-with-a-name-of-forty-letters-xx: {} }")]
    [InlineData("queues: { a-queue-with-a-name-that-is-too-long-for-what-amazon-sqs-takes-as-a-name: {} }")]
    [InlineData("services: { a-site-of-twenty-six-letters: { type: site } }")]
    [InlineData("services: { a-job-with-a-name-that-is-longer-than-what-the-scheduler-takes: { type: job, image: x, schedule: rate(1 hour) } }")]
    public void Validate_NameThatIsShortened_IsTaken(string yaml) => Assert.Empty(SmallFile.Problems(yaml + "\n"));

    [Fact]
    public void Validate_CustomerPortalInProduction_IsTaken() => Assert.All(TestLoad.Problems("""
        app: customer-portal
        region: ap-southeast-1
        environments: { production: {} }
        auth: {}
        buckets: { uploads: {} }
        services:
          api: { type: web, image: public.ecr.aws/nginx/nginx:1.27 }
          storefront: { type: site, api: api }
        """), problem => Assert.Contains("warning", problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("services: {{ {0}: {{ type: internal, image: n }} }}", 63)]
    [InlineData("services: {{ {0}: {{ type: worker, image: n, queue: q }} }}\nqueues: {{ q: {{}} }}", 128 - 9)]
    [InlineData("secrets: {{ {0}: {{}} }}", 512 - 9)]
    [InlineData("databases: {{ {0}: {{ engine: postgresql }} }}", 255 - 42)]
    [InlineData("files: {{ {0}: {{}} }}", 255 - 43)]
    public void Validate_NameThatPeopleLookUp_IsAsLongAsAwsTakes(string yaml, int longest)
    {
        Assert.Equal("", Codes(yaml, longest));
        Assert.Equal("LF1504", Codes(yaml, longest + 1));
    }

    private static string Codes(string yaml, int length) => string.Join(' ', SmallFile
        .Problems(string.Format(System.Globalization.CultureInfo.InvariantCulture, yaml, new string('n', length)) + "\n")
        .Select(problem => problem.Split(' ')[1]).Distinct());
}
