using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class PreviewValidatorTests
{
    private const string Github = "github: {}, repository: acme/shop, pullRequest: true";

    [Theory]
    [InlineData(Github, "true", null)]
    [InlineData("gitlab: gitlab.com, repository: acme/shop, pullRequest: true", "{ of: prod, limit: 100 }", null)]
    [InlineData("github: {}, repository: acme/shop", "false", null)]
    [InlineData("github: {}, repository: acme/shop", "true", "LF1701 'preview' is of pull requests, which are not built. Add 'pullRequest: true' to 'source'")]
    [InlineData("codecommit: true, repository: shop", "true", "LF1701 'preview' is for 'github' and 'gitlab'")]
    [InlineData("connection: arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef, repository: acme/shop, pullRequest: true", "true", "LF1701 'preview' is for 'github' and 'gitlab'")]
    [InlineData(Github, "{ of: prd }", "LF1201 Previews copy 'prd', but there is no such environment. Did you mean 'prod'?")]
    [InlineData(Github, "{ of: old }", "LF1327 Previews cannot copy 'old', which imports its network")]
    [InlineData(Github, "{ limit: 0 }", "LF1106 ")]
    public void Validate_Preview_IsReportedWhereItCannotBeMade(string source, string preview, string? says)
    {
        var problems = Problems("dev: {}, prod: { protect: true }, old: { network: { import: { vpc: vpc-0abc }, flowLogs: false } }", source, preview);

        Assert.Equal(says is null ? 0 : 1, problems.Length);
        Assert.All(problems, problem => Assert.Contains(says!, problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_EveryEnvironmentProtected_HasToBeSaid()
    {
        var problem = Assert.Single(Problems("prod: { protect: true }", Github, "true", "prod"));

        Assert.Contains("and there is none. Say which", problem, StringComparison.Ordinal);
        Assert.Empty(Problems("prod: { protect: true }", Github, "{ of: prod }", "prod"));
    }

    /// <summary>The order of a mapping's keys means nothing, so that it must not choose.</summary>
    [Theory]
    [InlineData("dev: {}, beta: {}")]
    [InlineData("beta: {}, dev: {}")]
    public void Validate_TwoEnvironmentsToCopy_HasToBeSaid(string environments)
    {
        var problem = Assert.Single(Problems(environments, Github, "true"));

        Assert.Contains("LF1327 Previews copy the environment that is not protected and has a network of its own, and there are 2: beta, dev. Say which it is to be: 'preview: { of: NAME }'", problem, StringComparison.Ordinal);
        Assert.Empty(Problems(environments, Github, "{ of: beta }"));
    }

    [Theory]
    [InlineData("pr")]
    [InlineData("pr-7")]
    [InlineData("pr-blue")]
    public void Validate_EnvironmentWhoseNameIsThatOfPreviews_IsReported(string name)
    {
        Assert.Contains($"LF1505 An environment cannot be called '{name}' beside previews", Assert.Single(Problems($"dev: {{}}, {name}: {{}}", Github, "{ of: dev }")), StringComparison.Ordinal);
        Assert.Empty(Problems($"dev: {{}}, {name}: {{}}", Github, "false"));
    }

    [Fact]
    public void Validate_ServicesToldApartByTheirHostsAlone_AreNotWithoutThem()
    {
        var problem = Assert.Single(Problems(
            "dev: { domain: { name: example.com, zone: example.com } }", Github, "true", "dev",
            "{ api: { type: web, image: haproxy, host: api.example.com }, www: { type: web, image: haproxy, host: www.example.com } }"));

        Assert.Contains("LF1307 'www' answers for '/*', as 'api' does already.", problem, StringComparison.Ordinal);
        Assert.EndsWith("(In previews.)", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SignIn_IsNotLeftOpen()
    {
        var problem = Assert.Single(Problems(
            "dev: { domain: { name: example.com, zone: example.com }, auth: {} }", Github, "true", "dev", "{ api: { type: web, image: haproxy, signIn: true } }"));

        Assert.Contains("'api' asks for sign-in, which needs both 'auth' and 'domain'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_NameThatIsTooLongWithAPullRequestsNumber_IsReportedBefore()
    {
        var name = "a" + new string('b', 117);
        var problems = Problems("dev: {}", Github, "true", "dev", $"{{ {name}: {{ type: job, image: haproxy, schedule: rate(1 hour) }} }}");

        Assert.Contains(problems, problem => problem.Contains("LF1504", StringComparison.Ordinal) && problem.Contains("shop-pr-9999999-", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_TwoPipelinesWithPreviews_AreReported()
    {
        var one = $"{{ source: {{ {Github} }}, stages: [dev], preview: true }}";

        var problem = Assert.Single(TestLoad.Problems($"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\npipelines: {{ a: {one}, b: {one} }}"));

        Assert.Contains("LF1701 Two pipelines have 'preview', but a pull request has one environment.", problem, StringComparison.Ordinal);
    }

    private static string[] Problems(string environments, string source, string preview, string stage = "dev", string services = "{ api: { type: web, image: haproxy } }") =>
        TestLoad.Problems($"app: shop\nregion: eu-west-1\nenvironments: {{ {environments} }}\nservices: {services}\npipeline: {{ source: {{ {source} }}, stages: [{stage}], preview: {preview} }}");
}
