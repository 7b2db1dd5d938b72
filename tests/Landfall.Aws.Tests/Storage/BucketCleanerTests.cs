using Amazon.S3;
using Landfall.Aws.Storage;

namespace Landfall.Aws.Tests.Storage;

public sealed class BucketCleanerTests
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static readonly StubAnswer Deleted = new(200, $"<DeleteResult xmlns=\"{Namespace}\"/>");

    [Fact]
    public async Task EmptyAsync_TwoPages_DeletesEveryVersionOfBoth()
    {
        var pages = new Queue<string>(
        [
            Versions(("a", "1"), ("a", "2")) + "<IsTruncated>true</IsTruncated><NextKeyMarker>a</NextKeyMarker><NextVersionIdMarker>2</NextVersionIdMarker>",
            "<DeleteMarker><Key>b</Key><VersionId>3</VersionId></DeleteMarker><IsTruncated>false</IsTruncated>",
        ]);
        using var aws = HttpStub.Answering(request => request.Method == "POST" ? Deleted : Page(pages.Dequeue()));

        Assert.Equal(3, await EmptyAsync(aws));

        Assert.Equal(["GET", "POST", "GET", "POST"], aws.Requests.Select(r => r.Method));
        Assert.All(aws.Requests, r => Assert.StartsWith("/things", r.PathAndQuery, StringComparison.Ordinal));
        Assert.Contains("<VersionId>2</VersionId>", aws.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("key-marker=a", aws.Requests[2].PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("version-id-marker=2", aws.Requests[2].PathAndQuery, StringComparison.Ordinal);
        Assert.Contains("<Key>b</Key>", aws.Requests[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyAsync_NothingInIt_DeletesNothing()
    {
        using var aws = HttpStub.InTurn(Page("<IsTruncated>false</IsTruncated>"));

        Assert.Equal(0, await EmptyAsync(aws));

        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task EmptyAsync_NoSuchBucket_DeletesNothing()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(404, "<Error><Code>NoSuchBucket</Code><Message>It does not exist</Message></Error>"));

        Assert.Equal(0, await EmptyAsync(aws));
    }

    [Fact]
    public async Task EmptyAsync_NotAllowed_Throws()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"));

        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AmazonS3Exception>(() => EmptyAsync(aws))).ErrorCode);
    }

    private static string Versions(params (string Key, string Version)[] versions) =>
        string.Concat(versions.Select(v => $"<Version><Key>{v.Key}</Key><VersionId>{v.Version}</VersionId></Version>"));

    private static StubAnswer Page(string content) => new(200, $"<ListVersionsResult xmlns=\"{Namespace}\">{content}</ListVersionsResult>");

    private static async Task<int> EmptyAsync(HttpStub aws)
    {
        using var session = StubSession.To(aws);
        using var cleaner = new BucketCleaner(session);
        return await cleaner.EmptyAsync("things", TestContext.Current.CancellationToken);
    }
}
