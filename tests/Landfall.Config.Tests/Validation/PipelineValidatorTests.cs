using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class PipelineValidatorTests
{
    private const string Connection = "connection: arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef";

    private const string Source = $"{{ {Connection}, repository: acme/shop }}";

    [Fact]
    public void Validate_EnvironmentThatIsThere_IsAccepted() =>
        Assert.Empty(Problems($"pipeline: {{ source: {Source}, stages: [dev, {{ environment: prod, approval: true }}] }}"));

    [Theory]
    [InlineData("github: {}, repository: acme/shop, pullRequest: true", "eu.amazon.nova-pro-v1:0", null)]
    [InlineData("gitlab: gitlab.com, repository: acme/shop, pullRequest: true", "{ model: amazon.nova-lite-v1:0, failOn: high, maxTokens: 4000 }", null)]
    [InlineData("github: {}, repository: acme/shop", "eu.amazon.nova-pro-v1:0", "LF1318 warning: 'review' has no effect: it is of pull requests, which are not built.")]
    [InlineData(Connection + ", repository: acme/shop, pullRequest: true", "eu.amazon.nova-pro-v1:0", "LF1701 'review' needs 'token' in 'source'")]
    [InlineData("codecommit: true, repository: shop", "eu.amazon.nova-pro-v1:0", "LF1701 'review' is for 'github', 'gitlab' and 'connection'")]
    [InlineData("github: {}, repository: acme/shop, pullRequest: true", "nova; rm", "has to be the id of a model or an inference profile")]
    [InlineData("github: {}, repository: acme/shop, pullRequest: true", "{ model: amazon.nova-lite-v1:0, failOn: never }", "LF1105 'failOn' is 'never'")]
    [InlineData("github: {}, repository: acme/shop, pullRequest: true", "{ model: amazon.nova-lite-v1:0, maxTokens: 100 }", "4000")]
    [InlineData("github: {}, repository: acme/shop, pullRequest: true", "{ failOn: high }", "'model'")]
    public void Validate_Review_IsReportedWhereItCannotBeMade(string source, string review, string? says)
    {
        var problems = Problems($"pipeline: {{ source: {{ {source} }}, stages: [dev], review: {review} }}");

        Assert.Equal(says is null ? 0 : 1, problems.Length);
        Assert.All(problems, problem => Assert.Contains(says!, problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_ReviewWhereThereIsNoBedrock_IsReported()
    {
        var problems = TestLoad.Problems("app: shop\nregion: cn-north-1\nenvironments: { dev: {} }\npipeline: { source: { github: {}, repository: acme/shop, pullRequest: true }, stages: [dev], review: amazon.nova-lite-v1:0 }");

        Assert.Single(problems, problem => problem.Contains("cn-north-1 has no Amazon Bedrock. Remove 'review'.", StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_UnknownEnvironment_SaysWhichWasMeant()
    {
        var problem = Assert.Single(Problems($"pipeline: {{ source: {Source}, stages: [dev, prd] }}"));

        Assert.Equal("landfall.yaml:6:170 LF1201 A stage deploys to 'prd', but there is no such environment. Did you mean 'prod'?", problem);
    }

    [Fact]
    public void Validate_EnvironmentTwice_IsReportedAtTheSecond() =>
        Assert.Equal(
            ["landfall.yaml:6:185 LF1702 Two stages of the pipeline deploy to 'dev'. Remove one of them."],
            Problems($"pipeline: {{ source: {Source}, stages: [dev, {{ environment: dev }}] }}"));

    [Fact]
    public void Validate_ApprovalWithoutRecipients_IsReported()
    {
        var problem = Assert.Single(TestLoad.Problems(Head("") + $"pipeline: {{ source: {Source}, stages: [dev, {{ environment: prod, approval: true }}] }}"));

        Assert.Contains("LF1703 Changes of 'prod' wait for approval, but nobody is told", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("approval: false")]
    [InlineData("approval: { notify: [ops@example.com] }")]
    [InlineData("approval: { required: false, timeout: 1d }")]
    public void Validate_ApprovalThatNeedsNoOtherRecipients_IsAccepted(string approval) =>
        Assert.Empty(TestLoad.Problems(Head("") + $"pipeline: {{ source: {Source}, stages: [{{ environment: prod, {approval} }}] }}"));

    [Fact]
    public void Validate_RecipientThatIsNone_IsReported() =>
        Assert.Contains("LF1316 'nobody' is neither", Assert.Single(Problems($"pipeline: {{ source: {Source}, stages: [{{ environment: prod, approval: {{ notify: [nobody] }} }}] }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ repository: acme/shop }", "'source' has none of")]
    [InlineData("{ repository: acme/shop, codecommit: true, github: {} }", "'source' has codecommit and github of")]
    [InlineData("{ repository: acme/shop, codecommit: true }", "the name of a CodeCommit repository has no slash")]
    [InlineData("{ repository: shop, github: {} }", "has to name the owner too, such as acme/shop")]
    [InlineData("{ repository: shop, codecommit: true, tags: [v1] }", "starts at pushes to the branch only")]
    [InlineData("{ repository: shop, codecommit: true, paths: [api/**] }", "starts at pushes to the branch only")]
    [InlineData("{ repository: shop, codecommit: true, pullRequest: true }", "starts at pushes to the branch only")]
    [InlineData("{ repository: acme/shop, github: { ownerId: 1 } }", "has one of 'ownerId' and 'repositoryId'")]
    public void Validate_SourceThatContradictsItself_IsReported(string source, string says)
    {
        var problem = Assert.Single(Problems($"pipeline: {{ source: {source}, stages: [dev] }}"));

        Assert.Contains("LF1701", problem, StringComparison.Ordinal);
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repository: \"acme/shop; rm -rf /\"")]
    [InlineData("repository: acme/shop, branch: \"a b\"")]
    [InlineData("repository: acme/shop, branch: \"$(id)\"")]
    [InlineData("repository: acme/shop, tags: [\"v'1\"]")]
    [InlineData("repository: acme/shop, paths: [\"`id`\"]")]
    public void Validate_WordsThatAShellWouldTakeForMore_AreMalformed(string keys) =>
        Assert.Contains("LF1107", Assert.Single(Problems($"pipeline: {{ source: {{ github: {{}}, {keys} }}, stages: [dev] }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("eu-west-1", Connection, null)]
    [InlineData("cn-north-1", Connection, "AWS::CodeConnections::Connection, which cn-north-1 does not have")]
    [InlineData("cn-north-1", "codecommit: true", null)]
    [InlineData("mx-central-1", "codecommit: true", "AWS::CodeBuild::Project, which mx-central-1 does not have")]
    [InlineData("mx-central-1", "github: {}", null)]
    public void Validate_RegionWithoutWhatThePipelineNeeds_IsRefusedWithAWayOut(string region, string source, string? says)
    {
        var repository = source.StartsWith("codecommit", StringComparison.Ordinal) ? "shop" : "acme/shop";
        var problems = TestLoad.Problems($"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\nnetwork: {{ zones: 2 }}\npipeline: {{ source: {{ {source}, repository: {repository} }}, stages: [dev] }}");

        Assert.Equal(says is null ? 0 : 1, problems.Length);
        Assert.All(problems, problem => Assert.Contains("LF1507", problem, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Contains(says!, problem, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Contains("landfall pipeline export", problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Validate_AccountOfOneEnvironmentOnly_IsReported() =>
        Assert.Contains("LF1704", Assert.Single(TestLoad.Problems(
            $"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}}, prod: {{ account: \"111111111111\" }} }}\npipeline: {{ source: {Source}, stages: [dev, prod] }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("pipeline")]
    [InlineData("pipeline-x")]
    public void Validate_EnvironmentNamedAsAPipelinesStack_IsReported(string name) =>
        Assert.Contains($"LF1505 An environment cannot be called '{name}'", Assert.Single(TestLoad.Problems(
            $"app: shop\nregion: eu-west-1\nenvironments: {{ {name}: {{}} }}\npipeline: {{ source: {Source}, stages: [{name}] }}")), StringComparison.Ordinal);

    [Fact]
    public void Validate_MoreEnvironmentsThanAPipelineHasRoomFor_IsReported()
    {
        var names = Enumerable.Range(1, 16).Select(i => $"e{i}").ToList();

        Assert.Contains("LF1108 'stages' has 16 environments, but a pipeline has room for 15", Assert.Single(TestLoad.Problems(
            $"app: shop\nregion: eu-west-1\nenvironments: {{ {string.Join(", ", names.Select(n => $"{n}: {{}}"))} }}\npipeline: {{ source: {Source}, stages: [{string.Join(", ", names)}] }}")), StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_KeysThatTheHostDoesNotRead_AreWarnings()
    {
        var problems = Problems("pipelines: { hub: { source: { github: {}, repository: acme/shop }, mode: queued, stages: [{ environment: dev, approval: { timeout: 1d } }] } }");

        Assert.Equal(2, problems.Length);
        Assert.All(problems, problem => Assert.Contains("LF1318", problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pullRequest: true, token: hub", "secrets: { hub: {} }", null)]
    [InlineData("pullRequest: true, token: hub", "secrets: { hubs: {} }", "LF1201 'token' is 'hub', but 'dev', the first environment of the pipeline, has no such secret. Did you mean 'hubs'?")]
    [InlineData("pullRequest: true, token: hub", "secrets: { hub: { generate: 32 } }", "LF1701 'token' is 'hub', whose value is generated")]
    [InlineData("token: hub", "secrets: { hub: {} }", "LF1318 warning: 'token' has no effect: it shows the change of pull requests, which are not built.")]
    public void Validate_TokenForPullRequests_HasToBeASecretOfTheFirstEnvironment(string source, string secrets, string? expected)
    {
        var problems = TestLoad.Problems(Head("notify: [ops@example.com]") + $"{secrets}\npipeline: {{ source: {Source[..^1]}, {source} }}, stages: [dev, prod] }}");

        if (expected is null)
            Assert.Empty(problems);
        else
            Assert.Contains(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("github: {}, repository: acme/shop, pullRequest: true")]
    [InlineData("gitlab: gitlab.com, repository: acme/shop, pullRequest: true")]
    [InlineData("codecommit: true, repository: shop")]
    public void Validate_TokenWithoutAConnection_IsReported(string source) =>
        Assert.Contains("LF1701 'token' is for a 'connection'", Assert.Single(TestLoad.Problems(
            Head("") + $"secrets: {{ hub: {{}} }}\npipeline: {{ source: {{ {source}, token: hub }}, stages: [dev] }}")), StringComparison.Ordinal);

    private static string[] Problems(string pipeline) => TestLoad.Problems(Head("notify: [ops@example.com]") + pipeline);

    private static string Head(string notify) => $"app: shop\nregion: eu-west-1\n{notify}\nenvironments:\n  {{ dev: {{}}, prod: {{}} }}\n";
}
