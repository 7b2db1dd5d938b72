using System.Globalization;
using Landfall.Operator.Incidents;

namespace Landfall.Operator.Tests.Incidents;

/// <summary>The words in which an incident is told, pinned as a whole.</summary>
public sealed class StoryTests
{
    private const string Folder = "tests/Landfall.Operator.Tests/Incidents";

    [Fact]
    public async Task Events_OfAnIncident_AreThePinnedLines()
    {
        var (events, _) = await Story.TellAsync();

        GoldenFile.Verify($"{Folder}/events.txt", string.Concat(events.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.At:HH:mm:ss} {one.Kind} {one.Incident}: {one.Text}\n"))));
    }

    [Fact]
    public async Task PostMortem_OfAnIncident_IsThePinnedPage()
    {
        var (_, file) = await Story.TellAsync();

        GoldenFile.Verify($"{Folder}/post-mortem.md", PostMortem.Of(PlainPlan.Create(), IncidentDetail.Of(file, Scene.Graph)));
    }

    [Fact]
    public async Task PostMortem_TextFromAProgram_IsShownAndNeverMarkup()
    {
        var (_, file) = await Story.TellAsync();
        var found = file.Notes.Investigations[0];
        var hostile = file with { Notes = file.Notes with { Investigations = [found with { Findings = [found.Findings[0] with { Evidence = ["<img src=x> [click](http://x) | `rm`"] }] }] } };

        Assert.Contains("- \\<img src=x\\> \\[click\\](http://x) \\| \\`rm\\`\n", PostMortem.Of(PlainPlan.Create(), IncidentDetail.Of(hostile, Scene.Graph)), StringComparison.Ordinal);
    }

    [Fact]
    public void PostMortem_IncidentThatIsNotOver_SaysSo()
    {
        var scene = new Scene();
        scene.Look(0, Scene.Down("mailer", 0));

        var page = PostMortem.Of(PlainPlan.Create(), IncidentDetail.Of(scene.Last.Cases[0], Scene.Graph));

        Assert.Contains("| ended | not yet |", page, StringComparison.Ordinal);
        Assert.Contains("| taken on by | nobody |", page, StringComparison.Ordinal);
        Assert.Contains("- nothing that Landfall or ECS knows of\n", page, StringComparison.Ordinal);
        Assert.Contains("- the state of emails: the operator reads nothing", page, StringComparison.Ordinal);
    }
}
