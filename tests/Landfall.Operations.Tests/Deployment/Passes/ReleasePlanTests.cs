using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

/// <summary>Where release commands stand in a deployment.</summary>
public sealed class ReleasePlanTests
{
    [Fact]
    public void Plan_SeveralServicesRun_AllCommandsRunBeforeAnyServiceChanges()
    {
        var plan = PassPlanner.Plan(
            [Deployed("api", Release("1")), Deployed("mailer", Release("1")), Deployed("web", Task("1"))],
            [Wanted("web", Task("2")), Wanted("api", Release("2")), Wanted("mailer", Release("2"))]);

        Assert.Equal(["api Always", "mailer Always", "web None", "api None", "mailer None"], Steps(plan));
        Assert.Equal([2, 3], PassPlan.Runs(plan.Of(Pass.Services)).Select(run => run.Count));
    }

    [Fact]
    public void Plan_CommandAndWhatItRunsWithAreTheSame_DoesNotRun() =>
        Assert.Equal(["api None"], Steps(PassPlanner.Plan([Deployed("api", Release("1", "a"))], [Wanted("api", Release("1", "b"))])));

    [Fact]
    public void Plan_ValueOfAnotherStackMayChange_RunsIfItDoes()
    {
        var plan = PassPlanner.Plan(
            [Deployed("data", Publish("/db", "\"one\"")), Deployed("api", "Db < /db\n" + Release("1"))],
            [Wanted("data", Publish("/db", "\"two\"")), Wanted("api", "Db < /db\n" + Release("1"), "data")]);

        Assert.Equal(["data None", "api IfChanged", "api None"], Steps(plan));
        Assert.True(plan.Operations[1].Forced);
    }

    [Fact]
    public void Plan_NewServiceReadsAValueOfAnother_ItsCommandWaitsForThat()
    {
        var plan = PassPlanner.Plan(
            [Deployed("web", Release("1"))],
            [Wanted("payments", Publish("/payments", "\"x\"") + "\n" + Task("1")), Wanted("api", "Payments < /payments\n" + Release("1", "{ \\\"Ref\\\": \\\"Payments\\\" }", "{ \"Ref\": \"Payments\" }"), "payments"), Wanted("web", Release("2"))]);

        Assert.Equal(["web Always", "payments None", "api Always", "api None", "web None"], Steps(plan));
        Assert.Equal(["shop-dev-payments"], plan.Operations[2].After);
    }

    [Fact]
    public void Plan_CommandGoes_NothingRuns() =>
        Assert.Equal(["api None"], Steps(PassPlanner.Plan([Deployed("api", Release("1"))], [Wanted("api", Task("1"))])));

    private static IReadOnlyList<string> Steps(PassPlan plan) => [.. plan.Operations.Select(o => $"{o.Stack["shop-dev-".Length..]} {o.Release}")];

    private static string Release(string image, string names = "", string env = "\"\"") =>
        $$"""ReleaseTaskDefinition: { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Image": "{{image}}", "Env": {{env}} } }""" + "\n" + Task(names);
}
