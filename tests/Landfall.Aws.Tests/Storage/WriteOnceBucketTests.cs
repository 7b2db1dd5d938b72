using System.Text;
using System.Xml.Linq;
using Amazon.S3;
using Landfall.Aws.Storage;

namespace Landfall.Aws.Tests.Storage;

public sealed class WriteOnceBucketTests
{
    private const string Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static readonly StubAnswer Done = new(200, "");
    private static readonly StubAnswer NoBucket = Error(404, "NoSuchBucket");

    [Fact]
    public async Task TryAddAsync_NewKey_AsksS3ToOverwriteNothing()
    {
        using var aws = HttpStub.InTurn(Done);

        Assert.True(await AddAsync(aws));

        var request = Assert.Single(aws.Requests);
        Assert.Equal(("PUT", "/trail/shop/1.json", "{}"), (request.Method, request.PathAndQuery, request.Body));
        Assert.Equal(("*", "111111111111"), (request.Headers["If-None-Match"], request.Headers["x-amz-expected-bucket-owner"]));
    }

    [Theory]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(409, "ConditionalRequestConflict")]
    public async Task TryAddAsync_SomebodyElseWroteIt_IsFalse(int status, string code)
    {
        using var aws = HttpStub.InTurn(Error(status, code));

        Assert.False(await AddAsync(aws));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("BucketAlreadyOwnedByYou")]
    public async Task TryAddAsync_NoBucketYet_MakesOneWithVersions(string? raced)
    {
        using var aws = HttpStub.InTurn(NoBucket, raced is null ? Done : Error(409, raced), Done, Done);

        Assert.True(await AddAsync(aws));

        Assert.Equal(["/trail/shop/1.json", "/trail", "/trail?versioning", "/trail/shop/1.json"], aws.Requests.Select(r => r.PathAndQuery.TrimEnd('=').Replace("/?", "?", StringComparison.Ordinal).TrimEnd('/')));
        Assert.Contains("<Status>Enabled</Status>", aws.Requests[2].Body, StringComparison.Ordinal);
        Assert.Equal("eu-west-1", XElement.Parse(aws.Requests[1].Body).Value);
    }

    [Fact]
    public async Task TryAddAsync_SomebodyElsesBucket_Throws()
    {
        using var aws = HttpStub.InTurn(Error(403, "AccessDenied"));

        Assert.Equal("AccessDenied", (await Assert.ThrowsAsync<AmazonS3Exception>(() => AddAsync(aws))).ErrorCode);
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task FindAsync_Object_GivesItsBytes()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{\"a\":1}"));

        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString((await Open(aws).FindAsync("shop/1.json", TestContext.Current.CancellationToken))!));
        Assert.Equal("111111111111", aws.Requests[0].Headers["x-amz-expected-bucket-owner"]);
    }

    [Theory]
    [InlineData("NoSuchKey")]
    [InlineData("NoSuchBucket")]
    public async Task FindAsync_NoObject_IsNull(string code)
    {
        using var aws = HttpStub.InTurn(Error(404, code));

        Assert.Null(await Open(aws).FindAsync("shop/1.json", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ListAsync_TwoPages_GivesAllKeys()
    {
        using var aws = HttpStub.InTurn(
            Page("<IsTruncated>true</IsTruncated><NextContinuationToken>n</NextContinuationToken><Contents><Key>shop/1.json</Key></Contents>"),
            Page("<IsTruncated>false</IsTruncated><Contents><Key>shop/2.json</Key></Contents>"));

        Assert.Equal(["shop/1.json", "shop/2.json"], await Open(aws).ListAsync("shop/", TestContext.Current.CancellationToken));
        Assert.Contains("prefix=shop%2F", aws.Requests[0].PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_NoBucket_IsEmpty()
    {
        using var aws = HttpStub.InTurn(NoBucket);

        Assert.Empty(await Open(aws).ListAsync("shop/", TestContext.Current.CancellationToken));
    }

    private static Task<bool> AddAsync(HttpStub aws) => Open(aws).TryAddAsync("shop/1.json", "{}"u8.ToArray(), TestContext.Current.CancellationToken);

    private static WriteOnceBucket Open(HttpStub aws) => new(StubSession.To(aws), "trail", "111111111111");

    private static StubAnswer Page(string body) => new(200, $"<ListBucketResult xmlns=\"{Namespace}\">{body}</ListBucketResult>");

    private static StubAnswer Error(int status, string code) => new(status, $"<Error><Code>{code}</Code><Message>no</Message></Error>");
}
