using Amazon;
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
        var config = new AmazonS3Config { RegionEndpoint = RegionEndpoint.GetBySystemName(session.Region) };
        if (session.ConfiguredEndpoint("S3") is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = session.Region;
            config.ForcePathStyle = true;
        }

        _client = session.GivenCredentials is null ? new AmazonS3Client(config) : new AmazonS3Client(session.GivenCredentials, config);
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
