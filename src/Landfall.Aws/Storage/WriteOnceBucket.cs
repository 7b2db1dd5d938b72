using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Landfall.Aws.Storage;

/// <summary>A bucket of small objects that are written once: no object is ever overwritten through it.</summary>
/// <remarks>
/// Every request names the bucket's owner, so that a bucket of the same name in somebody else's account gets nothing
/// (Amazon S3 User Guide, "Verifying bucket ownership with bucket owner condition").
/// </remarks>
public sealed class WriteOnceBucket : IDisposable
{
    // Where a bucket is without a location constraint (S3 API Reference, CreateBucket), which is refused there.
    private const string Default = "us-east-1";

    private readonly AmazonS3Client _client;
    private readonly string _bucket;
    private readonly string _account;
    private readonly PutBucketConfiguration? _place;

    /// <summary>Opens a bucket, which need not be there.</summary>
    /// <param name="session">The account and region.</param>
    /// <param name="bucket">Its name.</param>
    /// <param name="account">The account that owns it.</param>
    public WriteOnceBucket(AwsSession session, string bucket, string account)
    {
        var config = session.Configure<AmazonS3Config>("S3");
        config.ForcePathStyle = config.ServiceURL is not null; // The local AWS has no host name for each bucket.
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        _client = new AmazonS3Client(session.Credentials, config);
        (_bucket, _account) = (bucket, account);
        _place = session.Region == Default ? null : new PutBucketConfiguration { LocationConstraint = new BucketLocationConstraint(session.Region) };
    }

    /// <summary>
    /// Writes an object unless there is one by that key. "If the object key name already exists … the request fails": 412, or 409
    /// where another write was under way (Amazon S3 User Guide, "How to prevent object overwrites with conditional writes").
    /// </summary>
    /// <param name="key">Its key.</param>
    /// <param name="body">What is in it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False where somebody else has written it, or is about to.</returns>
    public async Task<bool> TryAddAsync(string key, byte[] body, CancellationToken cancellation)
    {
        try
        {
            await PutAsync(key, body, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchBucket")
        {
            await CreateAsync(cancellation).ConfigureAwait(false);
            return await TryAddAsync(key, body, cancellation).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    /// <summary>Reads an object.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is in it; null where there is none.</returns>
    public async Task<byte[]?> FindAsync(string key, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _client.GetObjectAsync(
                new GetObjectRequest { BucketName = _bucket, Key = key, ExpectedBucketOwner = _account }, cancellation).ConfigureAwait(false);
            using var body = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(body, cancellation).ConfigureAwait(false);
            return body.ToArray();
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchKey" or "NoSuchBucket")
        {
            return null;
        }
    }

    /// <summary>Lists the keys with a beginning.</summary>
    /// <param name="prefix">The beginning.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The keys, in order; none where there is no bucket.</returns>
    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var keys = new List<string>();
        try
        {
            var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = prefix, ExpectedBucketOwner = _account };
            await foreach (var item in _client.Paginators.ListObjectsV2(request).S3Objects.WithCancellation(cancellation).ConfigureAwait(false))
                keys.Add(item.Key);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchBucket")
        {
            return [];
        }

        return keys;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private Task PutAsync(string key, byte[] body, CancellationToken cancellation) => _client.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = _bucket,
            Key = key,
            InputStream = new MemoryStream(body),
            ContentType = "application/json",
            IfNoneMatch = "*",
            ExpectedBucketOwner = _account,
            UseChunkEncoding = false,
        },
        cancellation);

    /// <summary>
    /// A new bucket is encrypted and closed to the public by itself (Amazon S3 User Guide, "Default settings for new S3 buckets").
    /// With versions, what is overwritten or deleted past Landfall can be brought back.
    /// </summary>
    private async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            await _client.PutBucketAsync(new PutBucketRequest { BucketName = _bucket, UseClientRegion = false, PutBucketConfiguration = _place }, cancellation).ConfigureAwait(false);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "BucketAlreadyOwnedByYou" or "OperationAborted")
        {
            // Another run makes it at this moment.
        }

        await _client.PutBucketVersioningAsync(
            new PutBucketVersioningRequest
            {
                BucketName = _bucket,
                ExpectedBucketOwner = _account,
                VersioningConfig = new S3BucketVersioningConfig { Status = VersionStatus.Enabled },
            },
            cancellation).ConfigureAwait(false);
    }
}
