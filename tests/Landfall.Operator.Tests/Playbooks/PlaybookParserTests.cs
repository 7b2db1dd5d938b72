using Landfall.Operator.Playbooks;

namespace Landfall.Operator.Tests.Playbooks;

public sealed class PlaybookParserTests
{
    [Fact]
    public void Read_SoundPlaybook_HasAllThatIsWritten()
    {
        var (playbook, problems) = PlaybookParser.Read("more", "playbooks/more.sop.md", PlaybookTexts.Sound);

        Assert.Empty(problems);
        Assert.Equal(("more", "Run more tasks", "The service has more to do than its tasks can.", TimeSpan.FromMinutes(5)), (playbook!.Name, playbook.Title, playbook.Overview, playbook.Within));
        Assert.Equal(["finding http-health"], playbook.When.Select(one => one.ToString()));
        Assert.Equal(["release"], playbook.Unless.Select(one => one.ToString()));
        Assert.Equal([("service", null), ("most", "6")], playbook.Parameters.Select(one => (one.Name, one.Default)));
        Assert.Equal([("Look", "Look at the load.", 1, false), ("Scale", "", 1, true)], playbook.Steps.Select(one => (one.Title, one.Text, one.Constraints.Count, one.Action is not null)));
        Assert.Equal(("scale", 27), (playbook.Action.Operation, playbook.Action.Line));
        Assert.Equal(new Dictionary<string, string> { ["service"] = "api", ["max"] = "6" }, playbook.Action.For(playbook, "api"));
        Assert.Equal(new Dictionary<string, string> { ["service"] = "api", ["max"] = "4" }, playbook.Undo!.For(playbook, "api"));
    }

    [Fact]
    public void Read_NoVerifyAndNoUndo_HasTenMinutesAndNothingToUndo()
    {
        var (playbook, _) = PlaybookParser.Read("more", "f", PlaybookTexts.Sound.Split("## Verify")[0]);

        Assert.Equal((TimeSpan.FromMinutes(10), null), (playbook!.Within, playbook.Undo));
    }

    [Theory]
    [InlineData("# Run more tasks", "Run more tasks", 1, "The first line is the title")]
    [InlineData("## Overview", "## Summary", 3, "There is no section 'Summary'. Sections are: Overview, When,")]
    [InlineData("## Overview", "## Summary", 1, "The section '## Overview' is missing.")]
    [InlineData("## Verify", "## When", 32, "'When' is there twice.")]
    [InlineData("\n## Overview", "words\n## Overview", 2, "Text before the first heading '##' belongs to nothing.")]
    [InlineData("The service has more to do\nthan its tasks can.", "", 3, "The overview is empty")]
    [InlineData("- finding http-health", "- finding http-healt", 8, "There is no finding 'http-healt'. There are: alarm,")]
    [InlineData("- finding http-health", "- when it rains", 8, "'when it rains' is no condition. Write 'finding <id>'")]
    [InlineData("- finding http-health\n", "", 7, "'## When' has no condition without 'unless'")]
    [InlineData("- finding http-health", "finding http-health", 8, "Here are lines that begin '- '")]
    [InlineData("(optional, default: \"6\")", "(required)", 13, "Nobody gives 'most': the operator knows 'service' alone.")]
    [InlineData("- **most** (", "- most (", 13, "A parameter is written '- **name** (required)")]
    [InlineData("### 2. Scale", "### 3. Scale", 22, "A step's heading is its number and what is done: '### 2. Look'.")]
    [InlineData("You SHOULD tell", "Tell", 24, "A constraint begins 'You MUST'")]
    [InlineData(" because it costs more", "", 24, "and says why: '… because …'")]
    [InlineData("- You SHOULD tell the team because it costs more", "", 22, "A step has constraints")]
    [InlineData("```operation\nscale\nservice: {service}\nmax: {most}\n```", "```bash\nscale\nservice: {service}\n```", 26, "Text in it is never run by a shell.")]
    [InlineData("scale\nservice: {service}\nmax: {most}", "", 27, "The block's first line is the name of an operation")]
    [InlineData("max: {most}", "max {most}", 29, "each line is 'parameter: value'")]
    [InlineData("max: {most}", "service: b", 29, "'service' is there twice.")]
    [InlineData("max: {most}", "max: {least}", 27, "'{least}' is no parameter of this playbook.")]
    [InlineData("```operation\nscale\nservice: {service}\nmax: {most}\n```", "", 15, "Exactly one step acts")]
    [InlineData("Within: 5m", "Within: soon", 33, "'## Verify' has one line 'Within: 10m'")]
    [InlineData("Within: 5m", "Within: 3h", 33, "1s to 2h")]
    [InlineData("```operation\nscale\nservice: {service}\nmax: 4\n```", "Scale back.", 35, "'## Undo' has a block")]
    public void Read_SomethingIsWrong_NamesTheLineAndWhatToWrite(string from, string to, int line, string text)
    {
        Assert.Contains(from, PlaybookTexts.Sound, StringComparison.Ordinal);

        var (playbook, problems) = PlaybookParser.Read("more", "playbooks/more.sop.md", PlaybookTexts.Sound.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(playbook);
        var problem = Assert.Single(problems, one => one.Text.Contains(text, StringComparison.Ordinal));
        Assert.Equal($"playbooks/more.sop.md:{line}", $"{problem.File}:{problem.Line}");
    }

    [Fact]
    public void Read_WithoutEnd_IsRefusedForItsLength() =>
        Assert.Contains("at most 500 lines", Assert.Single(PlaybookParser.Read("more", "f", string.Concat(Enumerable.Repeat("a\n", 100_000))).Problems).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("```")]
    [InlineData("# T\n## Steps\n### 1. A\n```operation")]
    [InlineData("# T\n## Undo\n```operation\n```")]
    [InlineData("# T\n## Overview\n## When\n## Parameters\n## Steps\n## Verify\n## Undo")]
    public void Read_Fragment_IsProblemsAndNeverAnError(string text) => Assert.NotEmpty(PlaybookParser.Read("x", "f", text).Problems);
}
