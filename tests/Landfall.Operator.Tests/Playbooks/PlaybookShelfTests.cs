using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations;
using Landfall.Operator.Playbooks;
using Landfall.Operator.Repairs;

namespace Landfall.Operator.Tests.Playbooks;

public sealed class PlaybookShelfTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OnlyShipped_AreSoundAndDoWhatTheyAreNamedFor()
    {
        var shelf = PlaybookShelf.Read(null);

        Assert.Empty(shelf.Problems);
        Assert.Equal(
            ["bad-release: rollback (release)", "hanging-tasks: restart (finding http-health or finding container-health)", "paused-rollout: rollout rollback (finding rollout-paused)"],
            shelf.All.Select(one => $"{one.Name}: {one.Action.Operation} ({string.Join(" or ", one.When)})"));
        Assert.All(shelf.All, one => Assert.Equal("shipped", one.File));
    }

    [Fact]
    public void Read_OwnPlaybooks_AreAddedAndReplaceByName()
    {
        Write("bad-release", PlaybookTexts.Sound);
        Write("more", PlaybookTexts.Sound);
        File.WriteAllText(Path.Combine(_folder.Path, "playbooks", "README.md"), "# none");

        var shelf = PlaybookShelf.Read(_folder.Path);

        Assert.Empty(shelf.Problems);
        Assert.Equal(["bad-release", "hanging-tasks", "more", "paused-rollout"], shelf.All.Select(one => one.Name));
        Assert.Equal(("playbooks/bad-release.sop.md", "scale"), (shelf.Find("bad-release").File, shelf.Find("bad-release").Action.Operation));
        shelf.RequireSound();
    }

    [Theory]
    [InlineData("scale", "destroy", "'destroy' may delete what cannot be brought back, which is never a repair.")]
    [InlineData("scale", "repair", "'repair' may delete what cannot be brought back")]
    [InlineData("scale", "status", "'status' changes nothing, so that it repairs nothing.")]
    [InlineData("scale", "scail", "There is no operation 'scail'.")]
    [InlineData("scale", "secret set", "What 'secret set' does cannot be known before it is done")]
    [InlineData("max: {most}", "most: {most}", "'scale' takes no 'most' from a playbook. It takes: max, min, service, tasks.")]
    [InlineData("max: {most}", "folder: ../other", "'scale' takes no 'folder' from a playbook.")]
    [InlineData("max: {most}", "environment: prod", "'scale' takes no 'environment' from a playbook.")]
    [InlineData("max: {most}", "max: many", "'max' of 'scale' cannot be 'many'. It is a int32.")]
    [InlineData("service: {service}\nmax: {most}", "max: {most}", "'scale' needs 'service'. Add a line 'service: …' below it.")]
    public void Read_OperationThatIsNoRepair_IsAProblemThatNamesItsLine(string from, string to, string text)
    {
        Write("more", PlaybookTexts.Sound.Split("## Undo")[0].Replace(from == "scale" ? "\nscale\n" : from, from == "scale" ? $"\n{to}\n" : to, StringComparison.Ordinal));

        var shelf = PlaybookShelf.Read(_folder.Path);

        Assert.Contains(shelf.Problems, one => one.ToString().StartsWith($"playbooks/more.sop.md:27: {text}", StringComparison.Ordinal));
        Assert.DoesNotContain(shelf.All, one => one.Name == "more");
        var refused = Assert.Throws<LandfallException>(shelf.RequireSound);
        Assert.Equal(ErrorCodes.PlaybookInvalid, refused.Code);
        Assert.Contains("playbooks/more.sop.md:27: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_UndoThatIsNoRepair_IsAProblemToo()
    {
        Write("more", PlaybookTexts.Sound.Replace("max: 4", "most: 4", StringComparison.Ordinal));

        Assert.StartsWith("playbooks/more.sop.md:37: 'scale' takes no 'most'", Assert.Single(PlaybookShelf.Read(_folder.Path).Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFile_OneFile_IsThatAlone()
    {
        var path = Write("more", PlaybookTexts.Sound);

        Assert.Equal(["more"], PlaybookShelf.ReadFile(path).All.Select(one => one.Name));
        Assert.Equal(ErrorCodes.PlaybookUnknown, Assert.Throws<LandfallException>(() => PlaybookShelf.ReadFile(path + ".txt")).Code);
    }

    [Fact]
    public async Task Test_EnvironmentThatDoesNotAllowAPlaybook_IsNamedAndIsNoProblem()
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {}, prod: { operate: { allow: [rollback] } } }\n");
        var context = new OperationContext(new Caller("ada", "test"), new SilentWatcher(), TimeProvider.System, TestContext.Current.CancellationToken);

        var tested = await new PlaybookTestOperation().RunAsync(new PlaybookTestParameters(null, _folder.Path), Agreed.ToNothing, context);
        var listed = await new PlaybookListOperation().RunAsync(new PlaybookListParameters(_folder.Path), Agreed.ToNothing, context);

        Assert.Empty(tested.Problems);
        Assert.Equal(["bad-release: ", "hanging-tasks: prod", "paused-rollout: prod"], tested.Playbooks.Select(one => $"{one.Name}: {string.Join(", ", one.NotAllowedIn)}"));
        Assert.Equal(tested.Playbooks.Select(one => one.NotAllowedIn), listed.Playbooks.Select(one => one.NotAllowedIn));
    }

    [Fact]
    public void Shipped_Operations_AreAmongThoseThatMayBeARepairAndEachOfTheseHasAPreview()
    {
        Assert.Subset(RepairOperations.All.ToHashSet(), PlaybookShelf.Read(null).All.Select(one => one.Action.Operation).ToHashSet());
        Assert.All(RepairOperations.All, name =>
        {
            var operation = OperationRegistry.Own.Find(name)!;
            Assert.Equal(OperationEffect.Changes, operation.Effect);
            Assert.Equal(operation.GetType(), operation.GetType().GetMethod("PreviewAsync")!.DeclaringType);
        });
    }

    [Fact]
    public void Find_UnknownName_ListsThoseThatThereAre()
    {
        var refused = Assert.Throws<LandfallException>(() => PlaybookShelf.Read(null).Find("no"));

        Assert.Equal(ErrorCodes.PlaybookUnknown, refused.Code);
        Assert.Contains("bad-release, hanging-tasks, paused-rollout", refused.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "playbooks")).FullName, name + Playbook.Extension);
        File.WriteAllText(path, text);
        return path;
    }
}
