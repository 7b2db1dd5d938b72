using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Properties;

public class RandomPlanTests
{
    private static readonly int Cases =
        int.Parse(Environment.GetEnvironmentVariable("LANDFALL_PROPERTY_CASES") ?? "15", CultureInfo.InvariantCulture);

    /// <summary>
    /// Any valid plan synthesises, and its templates allow the connections and permissions of its <c>uses</c>, no fewer
    /// and no more. A failure prints the shrunk recipe and the seed.
    /// </summary>
    [Fact]
    public void Synth_RandomPlan_AllowsExactlyTheEdgesOfUses()
    {
        using var project = new TemporarySite();
        Prop.ForAll(PlanRecipe.Any, recipe => Check(recipe, project.Folder))
            .Check(PropertyRuns.Of(Cases));
    }

    private static void Check(PlanRecipe recipe, string project)
    {
        var plan = RandomPlan.Of(recipe);
        var synthesised = Synthesis.Run(plan, folder: project);
        var templates = new TemplateSet(synthesised);
        templates.FollowAll();
        Assert.Empty(StackReads.OutsideTheGraph(synthesised, plan));
        Assert.Equal(NetworkEdges.Wanted(plan), NetworkEdges.Allowed(templates, plan));
        foreach (var service in plan.Services.OfType<ContainerServicePlan>())
        {
            Assert.Equal(Permissions.WantedOfTask(plan, service), Permissions.Allowed(templates, plan, service.Name, "TaskRoleArn"));
            Assert.Equal(Permissions.WantedOfExecution(plan, service), Permissions.Allowed(templates, plan, service.Name, "ExecutionRoleArn"));
        }

        Assert.Empty(Wildcards.Unexplained(templates, plan));
    }
}
