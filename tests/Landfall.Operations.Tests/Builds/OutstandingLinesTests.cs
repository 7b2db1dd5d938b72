using Landfall.Operations.Builds;

namespace Landfall.Operations.Tests.Builds;

public sealed class OutstandingLinesTests
{
    [Fact]
    public void In_StepWithManyAlikeLines_FindsTheRareOnes()
    {
        var routine = string.Join('\n', Enumerable.Range(1, 40).Select(n => $"worker {n}: retry after error, {n} ms"));

        var found = OutstandingLines.In(LogReader.Read($"$ make\n{routine}\ncodegen: cannot open schema.graphql\n{routine}\n0 errors so far"));

        Assert.Equal("codegen: cannot open schema.graphql", found.First(line => !line.Text.StartsWith("worker", StringComparison.Ordinal)).Text);
        Assert.DoesNotContain(found, line => line.Text == "0 errors so far");
    }

    [Fact]
    public void In_LineThatAStepBeforeHasSaidToo_IsRoutine()
    {
        var found = OutstandingLines.In(LogReader.Read("$ prepare\nmetrics: failed to send 12 points\n$ make\nmetrics: failed to send 7 points\nfatal: the moon is full\n"));

        Assert.Equal(["fatal: the moon is full"], found.Select(line => line.Text));
    }

    [Fact]
    public void In_StepThatSpeaksOfNoError_GivesItsLastLines()
    {
        var found = OutstandingLines.In(LogReader.Read("$ make\n1 a\n2 b\n3 c\n\n4 d\n5 e\n6 f\n"));

        Assert.Equal(["2 b", "3 c", "4 d", "5 e", "6 f"], found.Select(line => line.Text));
    }

    [Fact]
    public void Explain_FailureThatNoRuleKnows_IsSaidToBeAGuess()
    {
        var explanation = BuildExplainer.Explain(LogReader.Read("$ make\nfatal: the moon is full\n"));

        Assert.Null(explanation.Rule);
        Assert.Contains("As a guess", explanation.Cause, StringComparison.Ordinal);
        Assert.Equal(("make", 2), (explanation.Step, explanation.Errors[0].Number));
    }
}
