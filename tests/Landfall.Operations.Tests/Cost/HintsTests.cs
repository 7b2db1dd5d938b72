using Landfall.Operations.Cost;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Cost;

public sealed class HintsTests
{
    /// <summary>Asleep from 22:00 to 9:00 and from Friday's evening to Monday: 103 of 168 hours.</summary>
    [Fact]
    public void Of_NightSchedule_SaysWhatItSavesAlready()
    {
        var saves = Of("shop", "dev").Single(hint => hint.Text.StartsWith("already", StringComparison.Ordinal)).Saves;
        var tasks = Estimator.Of(EstimatedStack.Of(Environments.Golden("shop/dev"), "us-east-1"), name => name)
            .SelectMany(stack => stack.Resources).Where(resource => resource.Type == "AWS::ECS::Service").Sum(resource => resource.Month.Expected);

        Assert.Equal((double)tasks * 103 / 65, (double)saves, 0.1); // each line is in whole cents
    }

    /// <summary>Fargate for ARM costs a fifth less.</summary>
    [Fact]
    public void Of_TasksForX86_SaysWhatArmWouldSave()
    {
        var stacks = Environments.Golden("shop/prod");
        stacks.Single(stack => stack.Name == "shop-prod-api").Template.Properties("TaskDefinition")["RuntimePlatform"]!["CpuArchitecture"] = "X86_64";

        var hint = Hints.Of(Plan("shop", "prod"), EstimatedStack.Of(stacks, "us-east-1")).Single(hint => hint.Text.Contains("arm64", StringComparison.Ordinal));

        Assert.Equal("'architecture: arm64' of api, if the images are built for it.", hint.Text);
        Assert.Equal(28.8, (double)hint.Saves, 0.1); // of four tasks of 1 vCPU and 2 GB: 118.20 + 25.96, and 94.55 + 20.79
    }

    [Fact]
    public void Of_TasksForArm_DoesNotNameIt() => Assert.DoesNotContain(Of("shop", "prod"), hint => hint.Text.Contains("arm64", StringComparison.Ordinal));

    /// <summary>Three gateways and addresses at $36.50, and five endpoints in three zones at $7.30: the same.</summary>
    [Fact]
    public void Of_NatGateways_SaysWhatEndpointsWouldSave() =>
        Assert.Equal(0, Of("shop", "prod").Single(hint => hint.Text.Contains("nat: none", StringComparison.Ordinal)).Saves);

    [Fact]
    public void Of_SavingsPlan_PaysFromTheShareOnThatItLeaves()
    {
        var hint = Of("shop", "prod").Single(hint => hint.Text.Contains("Savings Plan", StringComparison.Ordinal));

        Assert.Equal(11.53m, hint.Saves); // a fifth of the 57.67 of two tasks of 1 vCPU and 2 GB that always run
        Assert.Contains("$0.063 an hour: it pays if they run for more than 80 %", hint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RegionWithoutPrices_SaysNothing() =>
        Assert.Empty(Hints.Of(Plan("shop", "prod") with { Region = "af-south-1" }, EstimatedStack.Of(Environments.Golden("shop/prod"), "af-south-1")));

    private static IReadOnlyList<Hint> Of(string sample, string environment) =>
        Hints.Of(Plan(sample, environment), EstimatedStack.Of(Environments.Golden($"{sample}/{environment}"), "us-east-1"));

    private static Config.Plan.AppPlan Plan(string sample, string environment) =>
        ProjectLoader.Load(Path.Combine(GoldenFile.Repository, "samples", sample), environment).Plan;
}
