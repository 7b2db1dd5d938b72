using Landfall.AIOps.Changes;
using Landfall.Operations.Auditing;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Tests.Sources;

public sealed class ChangeSourceTests
{
    private readonly MemoryTrailStore _store = new();
    private readonly ChangeSource _source;

    public ChangeSourceTests() =>
        _source = new ChangeSource(_store, PlainPlan.Create("api: { type: web, image: n }, web: { type: internal, image: n, port: 80 }"));

    [Fact]
    public async Task ReadAsync_Release_NamesPersonCommitAndImages()
    {
        await AddAsync("release", -10, [new ChangedSubject("api", "repo:1", "repo:2")], commit: "1a2b3c4d5e6f7a8b9c0d-dirty");

        var change = Assert.Single(await ReadAsync());

        Assert.Equal(new ChangeEvent(Scene.At(-10), "api", ChangeKind.Deployment, "release by user/ada, commit 1a2b3c4d-dirty (repo:1 → repo:2)", "landfall"), change);
    }

    [Fact]
    public async Task ReadAsync_DeploymentOfWhatAllStandOn_IsAChangeOfEachService()
    {
        await AddAsync("deploy", -10, [new ChangedSubject("shop-dev-network", null, null)], ChangeOutcome.RolledBack);

        Assert.Equal([("api", "deploy by user/ada, rolled back"), ("web", "deploy by user/ada, rolled back")], (await ReadAsync()).Select(change => (change.Node, change.Summary)));
    }

    [Theory]
    [InlineData("secret set", ChangeKind.Configuration)]
    [InlineData("scale", ChangeKind.Scaling)]
    [InlineData("restart", ChangeKind.Restart)]
    [InlineData("unlock", ChangeKind.Other)]
    public async Task ReadAsync_Operations_AreOfTheirKind(string operation, ChangeKind kind)
    {
        await AddAsync(operation, -10, [new ChangedSubject("web", null, null)]);

        Assert.Equal(("web", kind), (Assert.Single(await ReadAsync()).Node, (await ReadAsync())[0].Kind));
    }

    [Fact]
    public async Task ReadAsync_WhatIsLongAgo_IsLeftOut()
    {
        await AddAsync("release", -1000, [new ChangedSubject("api", null, null)]);
        await AddAsync("restart", -5, [new ChangedSubject("api", null, null)]);

        Assert.Equal(ChangeKind.Restart, Assert.Single(await ReadAsync()).Kind);
    }

    [Fact]
    public async Task ReadAsync_NothingNew_ReadsNoEntryAgain()
    {
        await AddAsync("release", -10, [new ChangedSubject("api", null, null)]);
        await ReadAsync();
        _store.Read.Clear();

        Assert.Single(await ReadAsync());
        Assert.Empty(_store.Read);

        await AddAsync("restart", -5, [new ChangedSubject("api", null, null)]);
        Assert.Equal(2, (await ReadAsync()).Count);
    }

    [Fact]
    public async Task ReadAsync_NoTrail_IsNoChange() => Assert.Empty(await ReadAsync());

    private async Task<IReadOnlyList<ChangeEvent>> ReadAsync() => (await _source.ReadAsync(Scene.Noon, TestContext.Current.CancellationToken)).Changes;

    private Task AddAsync(string operation, double minutes, IReadOnlyList<ChangedSubject> subjects, ChangeOutcome outcome = ChangeOutcome.Done, string? commit = null) =>
        new TrailWriter(_store).AppendAsync(
            new AuditEntry(0, "", Scene.At(minutes), Scene.At(minutes + 1), "arn:aws:iam::111111111111:user/ada", "ada@laptop", "command line", operation, outcome, subjects) { Commit = commit },
            TestContext.Current.CancellationToken);
}
