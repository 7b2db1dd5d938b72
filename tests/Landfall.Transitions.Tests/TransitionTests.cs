using System.Text.Json.Nodes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Transitions.Tests;

/// <summary>
/// Random pairs of plans A → B. After every stack operation nothing that runs refers to what is gone, and the end is what a
/// fresh deployment of B is. LANDFALL_TRANSITIONS sets how many pairs are tried, or which: <c>101-200</c>.
/// </summary>
public sealed class TransitionTests
{
    [Fact]
    public void Deploy_RandomTransition_NeverRefersToWhatIsGoneAndEndsAsWanted()
    {
        using var synthesised = new Synthesised();
        var seeds = SeedRange.Of(Environment.GetEnvironmentVariable("LANDFALL_TRANSITIONS"), otherwise: 30).All.ToList();
        var failures = new List<string>();
        foreach (var seed in seeds)
        {
            var steps = new List<string>();
            try
            {
                Check(Transition.Of(seed), synthesised, steps);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or Landfall.Config.LandfallException or KeyNotFoundException)
            {
                failures.Add($"seed {seed}: {e.Message}\n  {string.Join(", ", steps)}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {seeds.Count} failed\n{string.Join('\n', failures.Take(20))}");
    }

    private static void Check(Transition transition, Synthesised synthesised, List<string> steps)
    {
        var cloud = new ModelCloud();
        Deploy(cloud, synthesised.Of(transition.Before), []);
        var wanted = synthesised.Of(transition.After);
        Deploy(cloud, wanted, steps);

        Assert.Equal(wanted.Select(s => s.Name).Order(StringComparer.Ordinal), cloud.Deployed.Select(d => d.Name));
        foreach (var stack in wanted)
        {
            var deployed = cloud.Deployed.Single(d => d.Name == stack.Name).Template;
            Assert.True(JsonNode.DeepEquals(Comparable(stack.Template), Comparable(deployed)), $"{stack.Name} does not end as it is wanted");
        }

        var again = PassPlanner.Plan(cloud.Deployed, SettledTemplates.Of(cloud.Deployed, wanted));
        Assert.DoesNotContain(again.Operations, o => o.Forced || o.Pass is Pass.Unwanted or Pass.Settle);
        Assert.All(again.Operations, o => Assert.True(JsonNode.DeepEquals(cloud.Deployed.Single(d => d.Name == o.Stack).Template, o.Template), $"{o.Stack} would change again"));
    }

    private static void Deploy(ModelCloud cloud, IReadOnlyList<AssemblyStack> wanted, List<string> steps)
    {
        foreach (var operation in PassPlanner.Plan(cloud.Deployed, SettledTemplates.Of(cloud.Deployed, wanted)).Operations)
        {
            steps.Add($"{operation.Pass} {operation.Stack}");
            cloud.Apply(operation);
        }
    }

    /// <summary>A template without what an environment may keep: rules' numbers, and the way in of a service that has shifted traffic.</summary>
    private static JsonObject Comparable(JsonObject template)
    {
        var copy = template.DeepClone().AsObject();
        var resources = copy["Resources"]!.AsObject();
        resources.Remove("TrafficShiftRole");
        foreach (var (_, resource) in copy.Section("Resources"))
        {
            switch ((string?)resource["Type"])
            {
                case "AWS::ElasticLoadBalancingV2::ListenerRule":
                    resource["Properties"]!.AsObject().Remove("Priority");
                    break;
                case "AWS::ECS::Service":
                    (resource["Properties"]!["LoadBalancers"]?[0] as JsonObject)?.Remove("AdvancedConfiguration");
                    break;
            }
        }

        return copy;
    }
}
