using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Releases;
using Landfall.Operations.Tests.Auditing;

namespace Landfall.Operations.Tests.Releases;

public sealed class RollbackOperationTests
{
    private static readonly PastRelease[] Releases =
    [
        Release(7, "rollback", "r@2", "r@3"),
        Release(6, "release", "r@3", "r@2"),
        Release(4, "release", "r@2", "r@1"),
        Release(3, "release", "r@1", "none"),
    ];

    [Theory]
    [InlineData("r@3", "r@2")]
    [InlineData("r@2", "r@1")]
    public void Choose_NothingIsNamed_IsTheImageBeforeTheRunningOneWasReleased(string running, string expected) =>
        Assert.Equal(expected, RollbackOperation.Choose(Releases, null, running, "api"));

    [Theory]
    [InlineData("r@1")]
    [InlineData("r@9")]
    public void Choose_NothingBefore_IsRefused(string running)
    {
        var refused = Assert.Throws<LandfallException>(() => RollbackOperation.Choose(Releases, null, running, "api"));

        Assert.Equal(ErrorCodes.NotReleasable, refused.Code);
        Assert.Contains("'landfall releases api'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4", "r@2")]
    [InlineData("5", "5")]
    [InlineData("v1.2", "v1.2")]
    [InlineData("sha256:0f", "sha256:0f")]
    public void Choose_ReleaseOrImage_IsThatOne(string to, string expected) => Assert.Equal(expected, RollbackOperation.Choose(Releases, to, "r@3", "api"));

    [Fact]
    public async Task ListAsync_Trail_GivesWhatSucceededOfTheService()
    {
        var store = new MemoryTrailStore();
        foreach (var (operation, service, outcome) in new[]
        {
            ("release", "api", ChangeOutcome.Done), ("release", "api", ChangeOutcome.RolledBack), ("deploy", "api", ChangeOutcome.Done), ("release", "web", ChangeOutcome.Done), ("rollback", "api", ChangeOutcome.Done),
        })
        {
            await new TrailWriter(store).AppendAsync(
                new AuditEntry(0, "", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, "arn:aws:iam::1:user/ada", "ada@laptop", "test", operation, outcome, [new ChangedSubject(service, "none", "r@1")]) { Commit = "1f3c" },
                TestContext.Current.CancellationToken);
        }

        var releases = await PastRelease.ListAsync(store, Ground(), TestContext.Current.CancellationToken);

        Assert.Equal([(5, "rollback", "user/ada", "1f3c"), (1, "release", "user/ada", "1f3c")], releases.Select(r => ((int)r.Number, r.Operation, r.By, r.Commit)));
    }

    private static ReleaseGround Ground()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            services:
              api: { type: internal, image: { released: true }, port: 8080 }
            """);
        return ReleaseGround.Of("api", folder.Path, "dev", local: false, app: null);
    }

    private static PastRelease Release(long number, string operation, string image, string before) => new(number, DateTimeOffset.UnixEpoch, operation, image, before, "ada");
}
