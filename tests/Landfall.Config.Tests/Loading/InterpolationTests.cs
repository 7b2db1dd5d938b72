using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class InterpolationTests
{
    private static string Value(string text, string? variable = null)
    {
        var loaded = TestLoad.Text(
            SmallFile.Head + $"services: {{ a: {{ type: internal, image: n, env: {{ T: \"{text}\" }} }} }}\n",
            variable: name => name == "NAME" ? variable : null);
        return Assert.IsType<InternalServicePlan>(Assert.Single(PlanResolver.Resolve(loaded.Config!, "dev", null).Services)).Task.Env["T"];
    }

    [Theory]
    [InlineData("${env:NAME}", "v", "v")]
    [InlineData("a-${env:NAME}-${env:NAME}", "v", "a-v-v")]
    [InlineData("${env:NAME:-d}", "v", "v")]
    [InlineData("${env:NAME:-d}", null, "d")]
    [InlineData("${env:NAME:-d}", "", "d")]
    [InlineData("${env:NAME:-}", null, "")]
    [InlineData("${env:NAME}", "", "")]
    [InlineData("$${env:NAME}", "v", "${env:NAME}")]
    [InlineData("${HOME}", "v", "${HOME}")]
    [InlineData("${env:NAME}", "${env:NAME}", "${env:NAME}")]
    public void Apply_Reference_BecomesItsValue(string text, string? variable, string expected) =>
        Assert.Equal(expected, Value(text, variable));

    [Theory]
    [InlineData("${env:NAME}", "4:12 LF1011")]
    [InlineData("${env:}", "4:12 LF1012")]
    [InlineData("${env:1A}", "4:12 LF1012")]
    [InlineData("${env:NAME", "4:12 LF1012")]
    public void Apply_ReferenceThatCannotBeReplaced_IsReported(string text, string expected) =>
        Assert.Equal([expected], SmallFile.Problems($"tags: {{ t: \"{text}\" }}\n"));

    [Fact]
    public void Apply_NumberFromAVariable_IsANumber()
    {
        var loaded = TestLoad.Text(
            SmallFile.Head + "services:\n  a:\n    type: internal\n    image: { build: . }\n    port: ${env:PORT}\n",
            variable: name => name == "PORT" ? "9000" : null);

        var plan = PlanResolver.Resolve(loaded.Config!, "dev", null);
        Assert.Equal(9000, Assert.IsType<InternalServicePlan>(Assert.Single(plan.Services)).Port);
    }

    [Fact]
    public void Apply_Key_IsLeftAlone() =>
        Assert.Equal(["4:11 LF1503"], SmallFile.Problems("queues: { \"${env:NAME}\": {} }\n", _ => "q"));
}
