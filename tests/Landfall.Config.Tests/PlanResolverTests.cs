using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests;

public class PlanResolverTests
{
    [Fact]
    public void Resolve_ShopInDevelopment_LaysTheEnvironmentOverTheDefaults()
    {
        var plan = TestLoad.Plan(ShopFile.Yaml, "dev");

        Assert.Equal("shop-dev", plan.Prefix);
        Assert.Equal("111111111111", plan.Account);
        Assert.False(plan.Protect);
        Assert.Equal(["us-east-1a", "us-east-1b"], plan.Network.Zones);
        Assert.Equal("MON-FRI", plan.NightSchedule!.Days);
        Assert.Null(plan.Domain);
        var api = Assert.IsType<WebServicePlan>(plan.Services.Single(service => service.Name == "api"));
        Assert.Equal((1, 2, 60, 500), (api.Scale.Min, api.Scale.Max, api.Scale.Cpu, api.Scale.Requests));
        Assert.Equal(DeployStrategy.BlueGreen, api.Deploy.Strategy);
        Assert.Equal(TimeSpan.FromMinutes(10), api.Deploy.Bake);
        Assert.Equal(["orders", "audit", "uploads", "emails", "stripe"], api.Uses.Select(use => use.Target));
    }

    /// <summary>The versions of a canary cannot be told apart in a minute.</summary>
    [Theory]
    [InlineData("canary", 10)]
    [InlineData("linear", 1)]
    [InlineData("canary, interval: 2m", 2)]
    public void Resolve_Interval_IsTheStrategysUnlessItIsGiven(string strategy, int minutes)
    {
        var plan = TestLoad.Plan($"{SmallFile.Head}services:\n  a: {{ type: web, image: n, deploy: {{ strategy: {strategy} }} }}\n", "dev");

        Assert.Equal(TimeSpan.FromMinutes(minutes), Assert.IsType<WebServicePlan>(Assert.Single(plan.Services)).Deploy.StepInterval);
    }

    [Fact]
    public void Resolve_ShopInProduction_ProtectsTheData()
    {
        var plan = TestLoad.Plan(ShopFile.Yaml, "prod");

        Assert.Equal(NatMode.PerZone, plan.Network.Nat);
        Assert.Equal(3, plan.Network.Zones.Count);
        Assert.True(Assert.Single(plan.Databases).DeletionProtection);
        Assert.Null(plan.NightSchedule);
        Assert.Equal("shop.example.com", plan.Domain!.Name);
        var api = Assert.IsType<WebServicePlan>(plan.Services.Single(service => service.Name == "api"));
        Assert.Equal((2, 10), (api.Scale.Min, api.Scale.Max));
    }

    [Fact]
    public void Resolve_Shop_GivesEveryServiceItsEdges()
    {
        var plan = TestLoad.Plan(ShopFile.Yaml, "dev");

        UsePlan Only(string service) => Assert.Single(plan.Services.Single(candidate => candidate.Name == service).Uses);
        Assert.Equal(new UsePlan("emails", UseKind.QueueConsumer, UseAccess.ReadWrite, "EMAILS"), Only("mailer"));
        Assert.Equal(new UsePlan("api", UseKind.Service, UseAccess.ReadWrite, "API"), Only("web"));
        Assert.Equal(new UsePlan("api", UseKind.Service, UseAccess.ReadWrite, "API"), Only("load"));
        Assert.Equal(new UsePlan("orders", UseKind.Database, UseAccess.ReadWrite, "ORDERS"), Only("nightly"));
    }

    [Fact]
    public void Resolve_Shop_SurvivesPlanFile()
    {
        var plan = TestLoad.Plan(ShopFile.Yaml, "prod");

        Assert.Equal(PlanFile.Write(plan), PlanFile.Write(PlanFile.Read(PlanFile.Write(plan))));
    }
}
