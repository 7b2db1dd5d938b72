using System.Text.Json;

namespace Landfall.Transitions.Tests.Keys;

/// <summary>What the operator may do is read by the operator: nothing has to be deployed when it changes.</summary>
public sealed class OperatorKeysTests
{
    [Fact]
    public void Templates_LimitsOfTheOperatorChange_AreTheSame()
    {
        const string Limits = """{"mode":"auto","allow":["scale"],"hours":{"start":"08:00","stop":"18:00","days":"mon","timezone":"Europe/Berlin","holidays":["2026-12-25"]},"maxPerHour":5,"maxPerService":4,"maxBlast":"25%","freeze":true}""";
        using var environment = new RunningEnvironment();

        var before = Text(environment, "");

        Assert.Equal(before, Text(environment, $"operate = {Limits}"));
        Assert.NotEqual(before, Text(environment, """tags = {"team":"x"}"""));
    }

    private static string Text(RunningEnvironment environment, string edit) => string.Join('\n', environment.Stacks(edit).Select(stack =>
        JsonSerializer.Serialize(new { stack.Name, stack.Dependencies, stack.Template, stack.Tags, stack.Region, stack.TerminationProtection })));
}
