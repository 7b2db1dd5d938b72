using Landfall.Cli.Terminal;
using Landfall.Operator.Playbooks;

namespace Landfall.Cli.Tests.Terminal;

public sealed class PlaybookRenderingTests
{
    private static readonly PlaybookAction Scale = new("scale", new Dictionary<string, string> { ["service"] = "{service}", ["max"] = "6" }, 12);

    private static readonly Playbook More = new(
        "more", "playbooks/more.sop.md", "Run more tasks", "There is more to do.", [new PlaybookCondition(PlaybookConditionKind.Finding, "http-health")], [new PlaybookCondition(PlaybookConditionKind.Release, null)],
        [new PlaybookParameter("service", null, "The service."), new PlaybookParameter("most", "6", "How many.")],
        [new PlaybookStep("Look", "At the \u001b[2Jload.", ["You MUST look because guesses are wrong"], null), new PlaybookStep("Scale", "", ["You MAY scale because it helps"], Scale)], Scale, TimeSpan.FromMinutes(10));

    private readonly CapturedScreen _screen = new(120);

    [Fact]
    public void Write_Playbook_HasItsStepsAndWhatItDoes()
    {
        PlaybookRendering.Write(_screen.Screen, More);

        Assert.Equal(
            """
            more: Run more tasks (playbooks/more.sop.md)
              There is more to do.
              Used for: finding http-health; not release
              service: The service.
              most (6 by default): How many.

            1. Look
              At the [2Jload.
              - You MUST look because guesses are wrong

            2. Scale
              - You MAY scale because it helps
              Does: scale (service: {service}, max: 6)

            The fault has to be over within 10m. Otherwise it is undone: scale (service: {service}, max: 6)

            """,
            _screen.Data);
    }

    [Fact]
    public void WriteTest_Problems_AreALineEach()
    {
        PlaybookRendering.WriteTest(_screen.Screen, new PlaybookList([ListedPlaybook.Of(More, null) with { NotAllowedIn = ["dev", "prod"] }], [new PlaybookProblem("playbooks/bad.sop.md", 3, "There is no section 'Why'.")]));

        Assert.Equal("playbooks/bad.sop.md:3: There is no section 'Why'.\nmore: 'operate.allow' of dev, prod lacks 'scale', so that the operator never makes it there.\n", _screen.Data);
        Assert.Equal("One playbook is sound. Problems with others: 1.\n", _screen.Talk);
    }

    [Fact]
    public void Write_List_IsATable()
    {
        PlaybookRendering.Write(_screen.Screen, new PlaybookList([ListedPlaybook.Of(More, null)], []));

        Assert.Equal(["NAME DOES  FROM                  TITLE", "more scale playbooks/more.sop.md Run more tasks"], _screen.Data.TrimEnd().Split('\n').Select(line => line.TrimEnd()));
    }
}
