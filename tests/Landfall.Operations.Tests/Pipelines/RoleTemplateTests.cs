using System.Text.Json.Nodes;
using Landfall.Operations.Pipelines;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class RoleTemplateTests
{
    [Fact]
    public void Write_Production_IsTheCommittedTemplate() =>
        GoldenFile.Verify("tests/Landfall.Operations.Tests/Pipelines/Golden/roles-dev.template.json", Template("github: {}", 0));

    [Fact]
    public void Write_ReadingRole_MayChangeNothing()
    {
        var actions = Statements("github: {}", "ChangeRole").SelectMany(statement => Texts(statement["Action"])).ToList();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^[a-z0-9-]+:(Batch(Get|Check)|Describe|Get|List)", action));
    }

    [Fact]
    public void Write_AnyRole_HasNoWildcardAmongActionsAndNamesTheEnvironment()
    {
        // What has no resource of the environment's: listing, tokens, metrics, and two that describe.
        string[] open = ["cloudwatch:GetMetricData", "cloudformation:DescribeStacks", "cloudformation:ListStacks", "ecr:GetAuthorizationToken", "ecs:DescribeTaskDefinition", "elasticloadbalancing:DescribeTargetHealth"];

        foreach (var statement in new[] { "ChangeRole", "DeployRole" }.SelectMany(role => Statements("github: {}", role)))
        {
            Assert.All(Texts(statement["Action"]), action => Assert.DoesNotContain("*", action, StringComparison.Ordinal));
            if (Texts(statement["Resource"]) is ["*"])
                Assert.All(Texts(statement["Action"]), action => Assert.Contains(action, open));
            else
                Assert.All(Texts(statement["Resource"]), resource => Assert.Matches("shop[-/]dev|cdk-(bootstrap/)?hnb659fds|:::landfall-audit-111111111111-eu-west-1$", resource));
        }
    }

    [Theory]
    [InlineData("amazon.nova-lite-v1:0", "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0")]
    [InlineData("eu.amazon.nova-pro-v1:0", "arn:aws:bedrock:eu-west-1:111111111111:inference-profile/eu.amazon.nova-pro-v1:0", "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0")]
    public void Write_Review_AddsARoleThatAsksThatModelAlone(string model, params string[] resources)
    {
        var plan = ShopPipeline.Plan("github: {}, pullRequest: true", $", review: {model}");
        var written = plan.Stages.Select(stage => JsonNode.Parse(RoleTemplate.Write("shop", plan, stage, new GithubWorkflow("shop", plan).Trust(stage)))!["Resources"]!).ToList();

        var role = written[0]["ReviewRole"]!["Properties"]!;
        Assert.Equal("shop-dev-review", (string)role["RoleName"]!);
        var statement = Assert.Single(role["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray())!;
        Assert.Equal(["bedrock:InvokeModel"], Texts(statement["Action"]));
        Assert.Equal(resources, Texts(statement["Resource"]));
        Assert.Null(written[1]["ReviewRole"]);
    }

    [Fact]
    public void Write_Previews_HaveOneRoleThatNamesNothingButThem()
    {
        var plan = ShopPipeline.Plan("github: {}, pullRequest: true", ", preview: true");
        var resources = JsonNode.Parse(RoleTemplate.Write("shop", plan, plan.Preview!, new GithubWorkflow("shop", plan).Trust(plan.Preview!)))!["Resources"]!.AsObject();

        Assert.Equal(["DeployRole", "OidcProvider"], resources.Select(resource => resource.Key));
        Assert.Equal("shop-preview-deploy", (string)resources["DeployRole"]!["Properties"]!["RoleName"]!);
        var statements = resources["DeployRole"]!["Properties"]!["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray();
        Assert.Contains(statements, statement => Texts(statement!["Action"]).Contains("rds:DescribeDBInstances"));
        foreach (var statement in statements.Where(statement => Texts(statement!["Resource"]) is not ["*"]))
            Assert.All(Texts(statement!["Resource"]), resource => Assert.Matches("shop[-/]pr-\\*|cdk-(bootstrap/)?hnb659fds|:::landfall-audit-111111111111-eu-west-1$", resource));
        Assert.All(statements.Where(statement => Texts(statement!["Resource"]) is ["*"]).SelectMany(statement => Texts(statement!["Action"])), action => Assert.Matches(":(Describe|Get|List)", action));
    }

    [Fact]
    public void Write_DeployingRole_TakesTheRolesOfCdkInBothRegions()
    {
        var assumed = Statements("github: {}", "DeployRole").Single(statement => Texts(statement["Action"]).Contains("sts:AssumeRole"));

        Assert.Equal(
            ["deploy-role-111111111111-eu-west-1", "file-publishing-role-111111111111-eu-west-1", "lookup-role-111111111111-eu-west-1",
             "deploy-role-111111111111-us-east-1", "file-publishing-role-111111111111-us-east-1", "lookup-role-111111111111-us-east-1"],
            Texts(assumed["Resource"]).Select(arn => arn.Replace("arn:aws:iam::111111111111:role/cdk-hnb659fds-", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Write_SubjectWithAWildcard_IsComparedAsAPattern()
    {
        var condition = Role("github: {}, tags: [v*]", "ChangeRole")["AssumeRolePolicyDocument"]!["Statement"]![0]!["Condition"]!;

        Assert.Equal("""{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},"StringLike":{"token.actions.githubusercontent.com:sub":["repo:acme/shop:ref:refs/tags/v*"]}}""", condition.ToJsonString());
    }

    [Fact]
    public void Write_NoAccount_RefersToTheStacksOwn()
    {
        var pipeline = ShopPipeline.Plan("github: {}");
        var stage = pipeline.Stages[0] with { Account = null };
        var template = JsonNode.Parse(RoleTemplate.Write("shop", pipeline, stage, new GithubWorkflow("shop", pipeline).Trust(stage)))!;

        Assert.Equal(
            """{"Fn::Sub":"arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com"}""",
            template["Resources"]!["DeployRole"]!["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]![0]!["Principal"]!["Federated"]!.ToJsonString());
    }

    private static string Template(string source, int stage)
    {
        var pipeline = ShopPipeline.Plan(source);
        return RoleTemplate.Write("shop", pipeline, pipeline.Stages[stage], new GithubWorkflow("shop", pipeline).Trust(pipeline.Stages[stage]));
    }

    private static JsonNode Role(string source, string role) => JsonNode.Parse(Template(source, 0))!["Resources"]![role]!["Properties"]!;

    private static IEnumerable<JsonNode> Statements(string source, string role) =>
        Role(source, role)["Policies"]![0]!["PolicyDocument"]!["Statement"]!.AsArray().Select(statement => statement!);

    private static List<string> Texts(JsonNode? list) => [.. list!.AsArray().Select(text => (string)text!)];
}
