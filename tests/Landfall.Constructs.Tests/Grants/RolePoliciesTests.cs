using Landfall.Config.Limits;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Grants;

public class RolePoliciesTests
{
    private static readonly string[] Read = ["dynamodb:GetItem", "dynamodb:Query"];

    [Fact]
    public void Of_SameRightsOnSeveralTables_AreOneStatement()
    {
        var policies = RolePolicies.Of([new(Read, ["a"]), new(["s3:GetObject"], ["b"]), new(Read, ["c", "a"])]);

        Assert.Empty(policies.Managed);
        Assert.Equal(["a", "c"], policies.Inline[0].Resources);
        Assert.Equal(2, policies.Inline.Count);
    }

    [Fact]
    public void Of_SameActionsUnderAnotherCondition_StayApart()
    {
        var policies = RolePolicies.Of([new(Read, ["a"]), new(Read, ["b"], Condition: new Dictionary<string, object> { ["Bool"] = "x" })]);

        Assert.Equal(2, policies.Inline.Count);
    }

    [Fact]
    public void Of_MoreThanAnInlinePolicyHolds_GoesIntoManagedOnesWithoutLoss()
    {
        var arns = Enumerable.Range(0, 400).Select(i => $"arn:aws:dynamodb:eu-west-1:111111111111:table/shop-dev-table-{i:000}").ToArray();

        var policies = RolePolicies.Of([.. arns.Select(arn => new Statement(Read, [arn, $"{arn}/index/*"]))]);

        Assert.NotEmpty(policies.Managed);
        var all = policies.Managed.Prepend(policies.Inline).ToArray();
        Assert.Equal(arns.SelectMany(arn => new[] { arn, $"{arn}/index/*" }), all.SelectMany(policy => policy).SelectMany(statement => statement.Resources));
        Assert.All(all.Index(), policy => Assert.True(
            System.Text.Json.JsonSerializer.Serialize(PolicyJson.Of(policy.Item)).Length <= (policy.Index == 0 ? 10_240 : 6_144)));
    }

    /// <summary>The 32 indexed tables of the report, which needed 13,702 characters.</summary>
    [Theory]
    [InlineData(32, 0)]
    [InlineData(150, 1)]
    public void Synth_ServiceThatUsesManyIndexedTables_StaysWithinIam(int tables, int managed)
    {
        var names = Enumerable.Range(0, tables).Select(i => $"table-number-{i}").ToArray();
        var plan = TestPlan.Of($$"""
            app: customer-portal
            region: eu-central-1
            environments: { production: {} }
            tables:
            {{string.Join("\n", names.Select(name => $"  {name}: {{ partitionKey: id, indexes: {{ by-owner: {{ partitionKey: owner }} }} }}"))}}
            services:
              api: { type: web, image: 'public.ecr.aws/nginx/nginx:1.27', uses: [{{string.Join(", ", names)}}] }
            """);

        var templates = Synthesis.Run(plan);

        Assert.Empty(TemplateLimits.Breaches(templates, adjustable: false));
        var resources = templates["customer-portal-production-api"]["Resources"]!.AsObject();
        Assert.True(resources.Count(resource => (string?)resource.Value!["Type"] == "AWS::IAM::ManagedPolicy") >= managed);
        Assert.Equal(managed == 0, resources.All(resource => (string?)resource.Value!["Type"] != "AWS::IAM::ManagedPolicy"));
    }
}
