using Landfall.Constructs.Tests.Golden;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Foundation;

public sealed class LandfallAppTests
{
    [Fact]
    public void Build_OwnApp_AddsItsStackToOurs()
    {
        var templates = Synthesis.Run(SmallPlan.Create(), create: (plan, options) => new AppWithOpenQueue(plan, options));

        Assert.Equal(["shop-dev-network", "shop-dev-own"], templates.Keys);
    }

    [Fact]
    public void Synth_NagOnAQueueThatBreaksTheRules_Fails()
    {
        var failure = Assert.ThrowsAny<Exception>(() =>
            Synthesis.Run(SmallPlan.Create(), nag: true, create: (plan, options) => new AppWithOpenQueue(plan, options)));

        Assert.Contains("Validation failed", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GoldenTemplateTests.Environments), MemberType = typeof(GoldenTemplateTests))]
    public void Synth_NagOnASample_FindsNothing(string sample, string environment) => Assert.NotEmpty(Synthesis.Run(
        SamplePlan.Of(sample, environment), nag: true, folder: Path.Combine(Repository.Root, "samples", sample)));

    /// <summary>A project that <c>init</c> has written names no account, so that templates refer to it.</summary>
    [Theory]
    [InlineData("django")]
    [InlineData("ecs-devops")]
    [InlineData("node-pipeline")]
    [InlineData("shop")]
    public void Synth_NagOnAPipeline_FindsNothing(string sample) => Assert.NotEmpty(Synthesis.Run(SamplePlan.OfPipeline(sample), nag: true));

    [Theory]
    [MemberData(nameof(GoldenTemplateTests.Environments), MemberType = typeof(GoldenTemplateTests))]
    public void Synth_NagOnASampleWithoutAccount_FindsNothing(string sample, string environment) => Assert.NotEmpty(Synthesis.Run(
        SamplePlan.Of(sample, environment) with { Account = null }, nag: true, folder: Path.Combine(Repository.Root, "samples", sample)));

    [Theory]
    [MemberData(nameof(GoldenTemplateTests.Environments), MemberType = typeof(GoldenTemplateTests))]
    public void Synth_Sample_ExportsAndImportsNothing(string sample, string environment)
    {
        foreach (var template in Synthesis.Run(
            SamplePlan.Of(sample, environment), folder: Path.Combine(Repository.Root, "samples", sample)).Values)
        {
            var text = template.ToJsonString();
            Assert.DoesNotContain("Fn::ImportValue", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"Export\":", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Synth_Twice_GivesTheSameBytes()
    {
        var plan = SmallPlan.Create("tables: { audit: { partitionKey: id } }");

        Assert.Equal(
            Synthesis.Run(plan).Select(entry => (entry.Key, entry.Value.ToJsonString())),
            Synthesis.Run(plan).Select(entry => (entry.Key, entry.Value.ToJsonString())));
    }
}
