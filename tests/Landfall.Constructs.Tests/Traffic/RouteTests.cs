using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Services;
using Landfall.Constructs.Traffic;

namespace Landfall.Constructs.Tests.Traffic;

/// <summary>Paths and priorities of rules.</summary>
public sealed class RouteTests
{
    [Fact]
    public void InternalPriority_AnotherServiceAppears_StaysTheSame()
    {
        var plan = ShopPlan.Create();
        var more = plan with { Services = [.. plan.Services, plan.Services.OfType<InternalServicePlan>().Single() with { Name = "another" }] };

        Assert.Equal(InternalPriority.Of(plan, "backend"), InternalPriority.Of(more, "backend"));
        Assert.NotEqual(InternalPriority.Of(more, "another"), InternalPriority.Of(more, "backend"));
        Assert.InRange(InternalPriority.Of(plan, "backend"), 1, 50_000);
    }
}
