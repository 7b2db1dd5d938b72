using Landfall.Config;
using Landfall.Operations.Deployment.Passes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment.Passes;

public sealed class PassPlannerTests
{
    [Fact]
    public void Plan_NothingDeployed_DeploysEachStackOnceAsItIsWanted()
    {
        var plan = PassPlanner.Plan([], [Wanted("data", Queue("Jobs", "shop-dev-jobs")), Wanted("worker", Task(":shop-dev-jobs"), "data")]);

        Assert.Equal(["Shared shop-dev-data", "Services shop-dev-worker"], Steps(plan));
    }

    [Fact]
    public void Plan_QueueBecomesAnother_OldOneStaysUntilItsReaderHasMoved()
    {
        var plan = PassPlanner.Plan(
            [Deployed("data", Queue("Jobs", "shop-dev-jobs")), Deployed("worker", Task(":shop-dev-jobs"))],
            [Wanted("data", Queue("FifoJobs", "shop-dev-jobs.fifo")), Wanted("worker", Task(":shop-dev-jobs.fifo"), "data")]);

        Assert.Equal(["Shared shop-dev-data", "Services shop-dev-worker", "Settle shop-dev-data"], Steps(plan));
        Assert.Equal(["FifoJobs", "Jobs"], Resources(plan.Operations[0]));
        Assert.Equal(["FifoJobs"], Resources(plan.Operations[2]));
    }

    [Fact]
    public void Plan_ServiceRemoved_ItsStackGoesBeforeWhatItUsed()
    {
        var plan = PassPlanner.Plan(
            [Deployed("api", Task(":repository/shop/dev/api")), Deployed("data", """Images: { "Type": "AWS::ECR::Repository", "Properties": { "RepositoryName": "shop/dev/api" } }""")],
            [Wanted("data", Queue("Jobs", "shop-dev-jobs")), Wanted("worker", Task("x"), "data")]);

        Assert.Equal(["Shared shop-dev-data", "Services shop-dev-worker", "Unwanted shop-dev-api", "Settle shop-dev-data"], Steps(plan));
        Assert.Contains("Images", Resources(plan.Operations[0]));
    }

    [Fact]
    public void Plan_KeptResourceReadsAParameter_ParameterStaysWithIt()
    {
        var plan = PassPlanner.Plan(
            [
                Deployed("network", Publish("/zone3", "\"subnet-3\"")),
                Deployed("edge", """
                    Zone3 < /zone3
                    Balancer: { "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer", "Properties": { "Subnets": [{ "Ref": "Zone3" }] } }
                    """),
            ],
            [
                Wanted("network", Publish("/zone1", "\"subnet-1\"")),
                Wanted("edge", "Zone1 < /zone1", "network"),
                Wanted("api", Task("x"), "network", "edge"),
            ]);

        var edge = plan.Of(Pass.Shared).Single(o => o.Stack == "shop-dev-edge");
        Assert.Equal(["Zone1", "Zone3"], edge.Template!["Parameters"]!.AsObject().Select(p => p.Key));
        // The load balancer leaves the subnet before the subnet goes.
        Assert.Equal(["shop-dev-edge", "shop-dev-network"], plan.Of(Pass.Settle).Select(o => o.Stack));
    }

    [Fact]
    public void Plan_ServiceLosesAValueThatAnotherReads_KeepsEverythingUntilThatOneHasMoved()
    {
        var plan = PassPlanner.Plan(
            [
                Deployed("api", $"{Task("a")}\n{Publish("/group", "{ \"Ref\": \"Group\" }")}\nGroup: {{ \"Type\": \"AWS::EC2::SecurityGroup\" }}"),
                Deployed("web", $"ApiGroup < /group\n{Task("b")}"),
            ],
            [Wanted("api", Task("a")), Wanted("web", Task("b"))]);

        Assert.Equal(["Services shop-dev-web", "Services shop-dev-api", "Settle shop-dev-api"], Steps(plan));
        Assert.Contains("Group", Resources(plan.Operations[1]));
        Assert.Equal(["shop-dev-web"], plan.Operations[1].After);
    }

    [Fact]
    public void Plan_ServiceLosesWhatNobodyReads_IsDeployedOnce()
    {
        var plan = PassPlanner.Plan(
            [Deployed("api", $"{Task("a")}\nAlarm: {{ \"Type\": \"AWS::CloudWatch::Alarm\" }}")], [Wanted("api", Task("a"))]);

        Assert.Equal(["Services shop-dev-api"], Steps(plan));
        Assert.Equal(["TaskDefinition"], Resources(plan.Operations[0]));
    }

    [Fact]
    public void Plan_ReaderBecomesOwner_ReaderLetsGoFirst()
    {
        var plan = PassPlanner.Plan(
            [Deployed("api", $"{Task("a")}\n{Publish("/api", "\"1\"")}"), Deployed("web", $"Api < /api\n{Task("b")}")],
            [Wanted("web", $"{Task("b")}\n{Publish("/web", "\"2\"")}"), Wanted("api", $"Web < /web\n{Task("a")}", "web")]);

        Assert.Equal(["shop-dev-web", "shop-dev-api"], plan.Of(Pass.Services).Select(o => o.Stack));
    }

    [Fact]
    public void Plan_UnwantedSharedStack_GoesAfterTheStackThatStillUsesIt()
    {
        var plan = PassPlanner.Plan(
            [
                Deployed("data", Publish("/files", "\"sg\"")),
                Deployed("network", Queue("Old", "old")),
                Deployed("edge", "Files < /files\nRule: { \"Type\": \"AWS::EC2::SecurityGroupIngress\", \"Properties\": { \"GroupId\": { \"Ref\": \"Files\" } } }"),
            ],
            [Wanted("network", ""), Wanted("edge", "", "network"), Wanted("api", Task("a"), "edge")]);

        Assert.Equal(["Settle shop-dev-edge", "Unwanted shop-dev-data", "Settle shop-dev-network"], Steps(plan)[3..]);
        Assert.Equal(3, plan.Removals.Count);
    }

    [Fact]
    public void Plan_ReaderOfAValueThatMayChange_IsAskedToUpdateAlthoughItsTemplateIsTheSame()
    {
        const string Reader = "Host < /host\nTaskDefinition: { \"Type\": \"AWS::ECS::TaskDefinition\", \"Properties\": { \"Host\": { \"Ref\": \"Host\" } } }";
        var plan = PassPlanner.Plan(
            [Deployed("data", Publish("/host", "{ \"Ref\": \"Old\" }") + "\n" + Queue("Old", "a")), Deployed("api", Reader)],
            [Wanted("data", Publish("/host", "{ \"Ref\": \"New\" }") + "\n" + Queue("New", "b")), Wanted("api", Reader, "data")]);

        Assert.True(plan.Of(Pass.Services).Single().Forced);
    }

    [Fact]
    public void Plan_NothingChanges_ForcesNothing()
    {
        var data = Publish("/host", "{ \"Ref\": \"Old\" }") + "\n" + Queue("Old", "a");
        var plan = PassPlanner.Plan(
            [Deployed("data", data), Deployed("api", $"Host < /host\n{Task("a")}")], [Wanted("data", data), Wanted("api", $"Host < /host\n{Task("a")}", "data")]);

        Assert.DoesNotContain(plan.Operations, o => o.Forced);
        Assert.Equal(["Shared shop-dev-data", "Services shop-dev-api"], Steps(plan));
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("REVIEW_IN_PROGRESS")]
    public void Plan_StackWhoseCreationFailed_KeepsNothingOfIt(string status)
    {
        var plan = PassPlanner.Plan(
            [Deployed("data", Queue("Old", "old"), status), Deployed("gone", Queue("X", "x"), status)],
            [Wanted("data", Queue("New", "new")), Wanted("api", Task("old"), "data")]);

        Assert.Equal(["Shared shop-dev-data", "Services shop-dev-api", "Unwanted shop-dev-gone"], Steps(plan));
        Assert.Equal(["New"], Resources(plan.Operations[0]));
    }

    [Fact]
    public void PlanOnly_OneStack_KeepsWhatOthersStillUseAndDeletesNothing()
    {
        var data = Wanted("data", Queue("New", "shop-dev-new"));
        var plan = PassPlanner.PlanOnly(
            [Deployed("data", Queue("Old", "shop-dev-old")), Deployed("worker", Task(":shop-dev-old")), Deployed("gone", Task("x"))],
            [data, Wanted("worker", Task(":shop-dev-new"), "data")],
            [data]);

        Assert.Equal(["Shared shop-dev-data"], Steps(plan));
        Assert.Equal(["New", "Old"], Resources(plan.Operations[0]));
    }

    [Fact]
    public void PlanOnly_WhatGoesIsUsedByNobody_SettlesAtOnce()
    {
        var data = Wanted("data", Queue("New", "shop-dev-new"));
        var plan = PassPlanner.PlanOnly(
            [Deployed("data", Queue("Old", "shop-dev-old")), Deployed("worker", Task("x"))], [data, Wanted("worker", Task("x"), "data")], [data]);

        Assert.Equal(["Shared shop-dev-data", "Settle shop-dev-data"], Steps(plan));
    }

    [Fact]
    public void Plan_OldAndNewTogetherExceedCloudFormationsLimit_SaysWhatToDo()
    {
        string Many(string prefix) => string.Join('\n', Enumerable.Range(0, 300).Select(i => Queue($"{prefix}{i}", $"{prefix}{i}")));

        var error = Assert.Throws<LandfallException>(() => PassPlanner.Plan(
            [Deployed("data", Many("old"))], [Wanted("data", Many("new")), Wanted("api", Task("x"), "data")]));

        Assert.Equal(ErrorCodes.TemplateTooLarge, error.Code);
        Assert.Contains("600 resources", error.Message, StringComparison.Ordinal);
    }

    private static string[] Steps(PassPlan plan) => [.. plan.Operations.Select(o => $"{o.Pass} {o.Stack}")];

    private static IEnumerable<string> Resources(StackOperation operation) =>
        operation.Template!["Resources"]!.AsObject().Select(r => r.Key).Order(StringComparer.Ordinal);
}
