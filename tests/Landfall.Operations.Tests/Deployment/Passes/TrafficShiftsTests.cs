using System.Text.Json.Nodes;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class TrafficShiftsTests
{
    private const string Shifting = """
        Role: { "Type": "AWS::IAM::Role", "Properties": { "Of": { "Ref": "Rule" } } }
        Service: { "Type": "AWS::ECS::Service", "Properties": { "LoadBalancers": [{ "TargetGroupArn": { "Ref": "One" }, "AdvancedConfiguration": { "RoleArn": { "Fn::GetAtt": ["Role", "Arn"] } } }] } }
        """;

    private const string Rolling =
        """Service: { "Type": "AWS::ECS::Service", "Properties": { "LoadBalancers": [{ "TargetGroupArn": { "Ref": "One" } }] } }""";

    [Fact]
    public void Settle_ShiftingServiceBecomesRolling_KeepsItsConfigurationAndTheRole()
    {
        var settled = SettledTemplates.Of([Deployed("api", Shifting)], [Wanted("api", Rolling)])[0].Template;

        Assert.NotNull(settled["Resources"]!["Role"]);
        Assert.True(JsonNode.DeepEquals(Template(Shifting)["Resources"]!["Service"], settled["Resources"]!["Service"]));
    }

    [Fact]
    public void Settle_RollingAllAlong_ChangesNothing()
    {
        var wanted = Wanted("api", Rolling);

        Assert.Same(wanted.Template, SettledTemplates.Of([Deployed("api", Rolling)], [wanted])[0].Template);
    }

    [Fact]
    public void Settle_NoLongerBehindALoadBalancer_KeepsNothing()
    {
        var wanted = Wanted("api", """Service: { "Type": "AWS::ECS::Service", "Properties": {} }""");

        Assert.Same(wanted.Template, SettledTemplates.Of([Deployed("api", Shifting)], [wanted])[0].Template);
    }

    [Fact]
    public void Settle_GoesToAnotherLoadBalancer_KeepsNothingOfTheOneBefore()
    {
        var wanted = Wanted("api", Rolling.Replace("One", "InternalOne", StringComparison.Ordinal));

        Assert.Same(wanted.Template, SettledTemplates.Of([Deployed("api", Shifting)], [wanted])[0].Template);
    }
}
