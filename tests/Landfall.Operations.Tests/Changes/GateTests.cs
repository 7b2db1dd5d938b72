using Landfall.Config;
using Landfall.Operations.Changes;

namespace Landfall.Operations.Tests.Changes;

public class GateTests
{
    private static readonly Effect Loss = new("s/Table/losesData/1", EffectKind.LosesData, Certainty.Certain, true, "table audit", "The table audit is deleted.");
    private static readonly Effect Break = new("s/Db/interrupts/2", EffectKind.Interrupts, Certainty.Certain, true, "database orders", "The database restarts.");
    private static readonly Effect Restart = new("s/Api/restarts/3", EffectKind.Restarts, Certainty.Certain, false, "service api", "Tasks are replaced.");

    [Fact]
    public async Task PassAsync_NoHarm_AsksNobody()
    {
        var watcher = new Answering(null);

        await new Gate(watcher).PassAsync(Of(Restart), Agreed.ToNothing, CancellationToken.None);

        Assert.Empty(watcher.Asked);
    }

    [Fact]
    public async Task PassAsync_HarmAndNobodyToAsk_RefusesAndNamesIt()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => new Gate(new Answering(null)).PassAsync(Of(Loss, Restart), new Agreed(Yes: true), CancellationToken.None));

        Assert.Equal(ErrorCodes.HarmNotAgreed, refused.Code);
        Assert.Contains("The table audit is deleted.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--accept s/Table/losesData/1", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Tasks are replaced", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassAsync_AmountAndHint_AreToldToWhoDecides()
    {
        var change = Of(Loss with { Amount = "12 items" }) with { Hints = [new RenameHint("table", "ledger", "audit")] };

        var refused = await Assert.ThrowsAsync<LandfallException>(() => new Gate(new Answering(null)).PassAsync(change, Agreed.ToNothing, CancellationToken.None));

        Assert.Contains("The table audit is deleted. (12 items)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'was: audit'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s/Table/losesData/1", "s/Db/interrupts/2")]
    [InlineData("s/Table/losesData/1,s/Db/interrupts/2")]
    [InlineData("digest")]
    [InlineData("all")]
    public async Task PassAsync_EverythingAccepted_Passes(params string[] accept) =>
        await new Gate(new Answering(null)).PassAsync(Of(Loss, Break), Agreed.ToNothing with { Accept = accept }, CancellationToken.None);

    [Fact]
    public async Task PassAsync_OnlySomeAccepted_NamesTheRest()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() =>
            new Gate(new Answering(null)).PassAsync(Of(Loss, Break), Agreed.ToNothing with { Accept = ["s/Table/losesData/1"] }, CancellationToken.None));

        Assert.Contains("The database restarts.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("The table audit", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("losesData")]
    [InlineData("s/Table/losesData/9")]
    [InlineData("another-digest")]
    public async Task PassAsync_AcceptNamesSomethingElse_Refuses(string accept)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() =>
            new Gate(new Answering(null)).PassAsync(Of(Loss), Agreed.ToNothing with { Accept = [accept] }, CancellationToken.None));

        Assert.Contains("The table audit is deleted.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassAsync_AcceptNamesMoreThanIsLeft_Passes() =>
        await new Gate(new Answering(null)).PassAsync(Of(Loss), Agreed.ToNothing with { Accept = [Loss.Id, Break.Id] }, CancellationToken.None);

    [Fact]
    public async Task PassAsync_PersonAgrees_Passes()
    {
        var watcher = new Answering(true);

        await new Gate(watcher).PassAsync(Of(Loss, Restart), Agreed.ToNothing, CancellationToken.None);

        Assert.Single(watcher.Asked);
        Assert.Contains("  The table audit is deleted.", watcher.Said);
    }

    [Fact]
    public async Task PassAsync_PersonDoesNotAgree_Refuses() =>
        Assert.Equal(
            ErrorCodes.HarmNotAgreed,
            (await Assert.ThrowsAsync<LandfallException>(() => new Gate(new Answering(false)).PassAsync(Of(Loss), Agreed.ToNothing, CancellationToken.None))).Code);

    [Fact]
    public async Task PassAsync_AwsWouldRefuse_RefusesWhateverIsAgreedTo()
    {
        var change = Of(Loss) with { Refused = [new Refusal("table audit", "s", "Table", "The key cannot change.")] };

        var refused = await Assert.ThrowsAsync<LandfallException>(() => new Gate(new Answering(true)).PassAsync(change, Agreed.ToNothing with { Accept = ["all"] }, CancellationToken.None));

        Assert.Equal(ErrorCodes.ChangeRefused, refused.Code);
        Assert.Contains("The key cannot change.", refused.Message, StringComparison.Ordinal);
    }

    private static Change Of(params Effect[] effects) => new("dev", "digest", [new StackChange("s", StackAction.Update, [])], effects, []);
}
