using Amazon.S3;
using Amazon.S3.Model;

namespace Landfall.Aws.Storage;

/// <summary>Empties buckets, which CloudFormation refuses to delete while anything is in them.</summary>
public sealed class BucketCleaner : IDisposable
{
    private readonly AmazonS3Client _client;

    /// <summary>Makes a cleaner for the account and region of a session.</summary>
    /// <param name="session">The session.</param>
    public BucketCleaner(AwsSession session)
    {
        var config = session.Configure<AmazonS3Config>("S3");
        config.ForcePathStyle = config.ServiceURL is not null; // The local AWS has no host name for each bucket.
        _client = new AmazonS3Client(session.Credentials, config);
    }

    /// <summary>Deletes every object and every version.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="cancellation">Stops between pages.</param>
    /// <returns>How many versions were deleted; 0 too when there is no such bucket.</returns>
    public async Task<int> EmptyAsync(string bucket, CancellationToken cancellation)
    {
        var deleted = 0;
        var request = new ListVersionsRequest { BucketName = bucket };
        ListVersionsResponse page;
        do
        {
            try
            {
                page = await _client.ListVersionsAsync(request, cancellation).ConfigureAwait(false);
            }
            catch (AmazonS3Exception e) when (e.ErrorCode == "NoSuchBucket")
            {
                return deleted;
            }

            if (page.Versions is { Count: > 0 } versions)
            {
                await _client.DeleteObjectsAsync(
                    new DeleteObjectsRequest
                    {
                        BucketName = bucket,
                        Objects = [.. versions.Select(v => new KeyVersion { Key = v.Key, VersionId = v.VersionId })],
                    },
                    cancellation).ConfigureAwait(false);
                deleted += versions.Count;
            }

            request.KeyMarker = page.NextKeyMarker;
            request.VersionIdMarker = page.NextVersionIdMarker;
        }
        while (page.IsTruncated == true);
        return deleted;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
