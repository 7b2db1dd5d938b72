using Amazon.S3;
using Amazon.S3.Model;

namespace Landfall.Aws.Storage;

/// <summary>Marks objects of a bucket for a lifecycle rule that selects by tag.</summary>
public sealed class ObjectMarker : IDisposable
{
    private readonly AmazonS3Client _client;

    /// <summary>Makes a marker for the account and region of a session.</summary>
    /// <param name="session">The session.</param>
    public ObjectMarker(AwsSession session)
    {
        var config = session.Configure<AmazonS3Config>("S3");
        config.ForcePathStyle = config.ServiceURL is not null; // The local AWS has no host name for each bucket.
        _client = new AmazonS3Client(session.Credentials, config);
    }

    /// <summary>Marks every object whose key is not to be kept and that is not marked yet.</summary>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="kept">The keys that are not touched.</param>
    /// <param name="key">The tag's key.</param>
    /// <param name="value">The tag's value.</param>
    /// <param name="cancellation">Stops between objects.</param>
    /// <returns>The keys that were marked now.</returns>
    public async Task<IReadOnlyList<string>> MarkAllButAsync(
        string bucket, IReadOnlySet<string> kept, string key, string value, CancellationToken cancellation)
    {
        var marked = new List<string>();
        await foreach (var item in _client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = bucket }).S3Objects.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (!kept.Contains(item.Key) && await MarkAsync(bucket, item.Key, key, value, cancellation).ConfigureAwait(false))
                marked.Add(item.Key);
        }

        return marked;
    }

    /// <summary>
    /// Writes an object anew with the tag. S3 counts a rule's days from an object's creation, and copies an object onto
    /// itself only where its metadata is replaced: CopyObject in the S3 API reference.
    /// </summary>
    private async Task<bool> MarkAsync(string bucket, string name, string key, string value, CancellationToken cancellation)
    {
        var tags = await _client.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = bucket, Key = name }, cancellation).ConfigureAwait(false);
        if (tags.Tagging?.Any(t => t.Key == key && t.Value == value) == true)
            return false;
        var now = await _client.GetObjectMetadataAsync(bucket, name, cancellation).ConfigureAwait(false);
        var copy = new CopyObjectRequest
        {
            SourceBucket = bucket,
            SourceKey = name,
            DestinationBucket = bucket,
            DestinationKey = name,
            MetadataDirective = S3MetadataDirective.REPLACE,
            TaggingDirective = TaggingDirective.REPLACE,
            TagSet = [new Tag { Key = key, Value = value }],
        };
        copy.ContentType = now.Headers.ContentType;
        copy.Headers.CacheControl = now.Headers.CacheControl;
        copy.Headers.ContentEncoding = now.Headers.ContentEncoding;
        foreach (var metadata in now.Metadata.Keys)
            copy.Metadata[metadata] = now.Metadata[metadata];
        await _client.CopyObjectAsync(copy, cancellation).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}
