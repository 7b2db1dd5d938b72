using System.Text;
using Landfall.Operations.Auditing;

namespace Landfall.Operations.Tests.Auditing;

/// <summary>What was written is read again; whatever is done to it past Landfall shows.</summary>
public sealed class TrailTests
{
    private readonly MemoryTrailStore _store = new();

    [Fact]
    public async Task Read_NothingWasWritten_IsEmptyAndSound()
    {
        var trail = await ReadAsync();

        Assert.Empty(trail.Entries);
        Assert.Null(trail.Broken);
    }

    [Fact]
    public async Task Append_Entries_FollowEachOther()
    {
        await AppendAsync("deploy", "sleep", "wake");

        var trail = await ReadAsync();

        Assert.Null(trail.Broken);
        Assert.Equal(0, trail.Beyond);
        Assert.Equal([(1, "deploy"), (2, "sleep"), (3, "wake")], trail.Entries.Select(entry => ((int)entry.Number, entry.Operation)));
        Assert.Equal([AuditEntry.NoEntry, AuditEntry.HashOf(_store.Entries[1]), AuditEntry.HashOf(_store.Entries[2])], trail.Entries.Select(entry => entry.Previous));
        Assert.Equal(new TrailHead(3, AuditEntry.HashOf(_store.Entries[3])), TrailHead.Read(_store.Head!));
    }

    [Theory]
    [InlineData(1, 2, "Entry 2 does not follow entry 1: somebody has edited one of the two.")]
    [InlineData(2, 3, "Entry 3 does not follow entry 2: somebody has edited one of the two.")]
    [InlineData(3, 3, "Entry 3 is not the one that the head has: somebody has edited it, or the head.")]
    public async Task Read_EditedEntry_IsBroken(int edited, int at, string reason)
    {
        await AppendAsync("deploy", "sleep", "wake");
        _store.Entries[edited] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_store.Entries[edited]).Replace("arn:ada", "arn:bob", StringComparison.Ordinal));

        Assert.Equal(new BrokenLink(at, reason), (await ReadAsync()).Broken);
    }

    [Fact]
    public async Task Read_EntryThatIsNoneAnyMore_IsBroken()
    {
        await AppendAsync("deploy", "sleep", "wake");
        _store.Entries[2] = "gone"u8.ToArray();

        Assert.Equal(new BrokenLink(2, "Entry 2 cannot be read: somebody has edited it."), (await ReadAsync()).Broken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Read_RemovedEntry_IsBroken(int removed)
    {
        await AppendAsync("deploy", "sleep", "wake");
        _store.Entries.Remove(removed);

        var trail = await ReadAsync();

        Assert.Equal(new BrokenLink(removed, $"Entry {removed} is missing: somebody has removed it."), trail.Broken);
        Assert.Equal(2, trail.Entries.Count);
    }

    [Fact]
    public async Task Read_EndThatWasCutOff_IsBroken()
    {
        await AppendAsync("deploy", "sleep", "wake");
        _store.Entries.Remove(3);
        _store.Entries.Remove(2);

        Assert.Equal(new BrokenLink(2, "The trail has 1 entries, and its head has 3: somebody has cut off its end."), (await ReadAsync()).Broken);
    }

    [Fact]
    public async Task Read_AllEntriesRemoved_IsBroken()
    {
        await AppendAsync("deploy");
        _store.Entries.Clear();

        Assert.Equal(1, (await ReadAsync()).Broken?.Number);
    }

    [Fact]
    public async Task Read_EntriesInAnotherOrder_IsBroken()
    {
        await AppendAsync("deploy", "sleep", "wake");
        (_store.Entries[2], _store.Entries[3]) = (_store.Entries[3], _store.Entries[2]);

        Assert.Equal(new BrokenLink(2, "In the place of entry 2 is what was written as entry 3: somebody has changed their order."), (await ReadAsync()).Broken);
    }

    [Fact]
    public async Task Read_FirstEntryOfAnotherTrail_IsBroken()
    {
        await AppendAsync("deploy");
        _store.Entries[1] = Entry("deploy", 1, new string('a', 64)).Write();

        Assert.Equal("Entry 1 follows another one: somebody has edited it.", (await ReadAsync()).Broken?.Reason);
    }

    [Fact]
    public async Task Read_HeadRemoved_IsBrokenForEver()
    {
        await AppendAsync("deploy", "sleep");
        _store.Head = null;
        Assert.Equal("There are entries, but the head is gone: somebody has removed it, perhaps with entries at the end.", (await ReadAsync()).Broken?.Reason);

        // The next change makes a head again, and says what it has found.
        await AppendAsync("wake");
        Assert.Equal(new BrokenLink(3, "Entry 3 says what was found when it was written: The trail had entries and no head."), (await ReadAsync()).Broken);
        await AppendAsync("deploy");
        Assert.Equal(3, (await ReadAsync()).Broken?.Number);
    }

    [Fact]
    public async Task Read_EndCutOffAndThenWrittenOn_IsBrokenForEver()
    {
        await AppendAsync("deploy", "sleep", "wake");
        _store.Entries.Remove(3);

        await AppendAsync("deploy");

        Assert.Equal(new BrokenLink(3, "Entry 3 is missing: somebody has removed it."), (await ReadAsync()).Broken);
        Assert.Equal([1, 2, 4], _store.Entries.Keys);
    }

    [Fact]
    public async Task Read_HeadThatIsNone_IsBroken()
    {
        await AppendAsync("deploy");
        _store.Head = "nothing";

        Assert.Equal("The head cannot be read: somebody has changed it.", (await ReadAsync()).Broken?.Reason);
    }

    [Fact]
    public async Task Append_InterruptedBeforeTheHead_IsSoundAndMendedByTheNext()
    {
        await AppendAsync("deploy");
        _store.DiesBeforeHead = true;
        await Assert.ThrowsAsync<OperationCanceledException>(() => AppendAsync("sleep"));
        _store.DiesBeforeHead = false;
        var between = await ReadAsync();
        Assert.Null(between.Broken);
        Assert.Equal((2, 1), (between.Entries.Count, between.Beyond));

        await AppendAsync("wake");

        var trail = await ReadAsync();
        Assert.Null(trail.Broken);
        Assert.Equal((3, 0), (trail.Entries.Count, trail.Beyond));
    }

    [Fact]
    public async Task Append_InterruptedBeforeTheFirstHead_IsSound()
    {
        _store.DiesBeforeHead = true;
        await Assert.ThrowsAsync<OperationCanceledException>(() => AppendAsync("deploy"));

        var trail = await ReadAsync();

        Assert.Null(trail.Broken);
        Assert.Equal(1, trail.Beyond);
    }

    [Fact]
    public async Task Append_SomebodyElseTakesTheNumber_ComesAfterThem()
    {
        await AppendAsync("deploy");
        _store.BeforeAdd = () => new TrailWriter(_store).AppendAsync(Entry("theirs"), TestContext.Current.CancellationToken).GetAwaiter().GetResult();

        await AppendAsync("ours");

        var trail = await ReadAsync();
        Assert.Null(trail.Broken);
        Assert.Equal(["deploy", "theirs", "ours"], trail.Entries.Select(entry => entry.Operation));
    }

    [Fact]
    public async Task Append_OthersWentOnBeforeOurHead_DoesNotTakeTheHeadBack()
    {
        await AppendAsync("deploy", "sleep", "wake");
        var head = _store.Head;
        _store.Head = new TrailHead(1, AuditEntry.HashOf(_store.Entries[1])).Write(); // as a slow writer saw it
        _store.BeforeAdd = () => _store.Head = new TrailHead(9, "later").Write();

        await AppendAsync("deploy");

        Assert.Equal(9, TrailHead.Read(_store.Head!)!.Count);
        Assert.NotNull(head);
    }

    [Fact]
    public async Task ReadBack_MoreThanAreAskedFor_GivesTheLastFirst()
    {
        await AppendAsync("deploy", "sleep", "wake");

        Assert.Equal(["wake", "sleep"], (await Trail.ReadBackAsync(_store, 2, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken)).Select(entry => entry.Operation));
        Assert.Equal(3, await Trail.ReadBackAsync(_store, 9, TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
    }

    private Task<Trail> ReadAsync() => Trail.ReadAsync(_store, TestContext.Current.CancellationToken);

    private async Task AppendAsync(params string[] operations)
    {
        foreach (var operation in operations)
            await new TrailWriter(_store).AppendAsync(Entry(operation), TestContext.Current.CancellationToken);
    }

    private static AuditEntry Entry(string operation, long number = 0, string previous = "") => new(
        number, previous, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "arn:ada", "ada@laptop", "test", operation, ChangeOutcome.Done, [new ChangedSubject("api", "1 task", null)]);
}
