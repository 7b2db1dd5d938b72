using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Services;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Tests.Traffic;

/// <summary>Paths and priorities of rules.</summary>
public sealed class RouteTests
{
    [Fact]
    public void InternalRulePriority_AnotherServiceAppears_StaysTheSame()
    {
        var plan = ShopPlan.Create();
        var more = plan with { Services = [.. plan.Services, plan.Services.OfType<InternalServicePlan>().Single() with { Name = "another" }] };

        Assert.Equal(InternalRulePriority.Of(plan, "backend"), InternalRulePriority.Of(more, "backend"));
        Assert.NotEqual(InternalRulePriority.Of(more, "another"), InternalRulePriority.Of(more, "backend"));
        Assert.InRange(InternalRulePriority.Of(plan, "backend"), 1, 50_000);
    }
}
