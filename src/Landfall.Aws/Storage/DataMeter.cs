using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SQS;

namespace Landfall.Aws.Storage;

/// <summary>Tells how much data there is, where AWS can say it at once.</summary>
/// <param name="session">Who asks, and where.</param>
public sealed class DataMeter(AwsSession session)
{
    // One page of a bucket: to count further would take a call for each thousand.
    private const int MostObjects = 1000;

    /// <summary>Measures.</summary>
    /// <param name="type">The CloudFormation type.</param>
    /// <param name="id">The physical id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>For example <c>12 items</c>; null for other types, and where AWS does not say.</returns>
    public async Task<string?> MeasureAsync(string type, string id, CancellationToken cancellation)
    {
        try
        {
            return type switch
            {
                "AWS::DynamoDB::Table" => await TableAsync(id, cancellation).ConfigureAwait(false),
                "AWS::SQS::Queue" => await QueueAsync(id, cancellation).ConfigureAwait(false),
                "AWS::S3::Bucket" => await BucketAsync(id, cancellation).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (AmazonServiceException)
        {
            return null; // gone, or not to be read: what happens to it is known without
        }
    }

    /// <summary>DynamoDB counts "approximately every six hours".</summary>
    private async Task<string> TableAsync(string name, CancellationToken cancellation)
    {
        using var client = new AmazonDynamoDBClient(session.Credentials, session.Configure<AmazonDynamoDBConfig>("DYNAMODB"));
        var table = (await client.DescribeTableAsync(name, cancellation).ConfigureAwait(false)).Table;
        return $"{Counted(table.ItemCount ?? 0, "item")}, {Counted(table.TableSizeBytes ?? 0, "byte")}, as counted within the last six hours";
    }

    private async Task<string> QueueAsync(string url, CancellationToken cancellation)
    {
        using var client = new AmazonSQSClient(session.Credentials, session.Configure<AmazonSQSConfig>("SQS"));
        var answer = await client.GetQueueAttributesAsync(url, ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"], cancellation).ConfigureAwait(false);
        return $"about {Counted(answer.ApproximateNumberOfMessages + answer.ApproximateNumberOfMessagesNotVisible, "message")}";
    }

    private async Task<string> BucketAsync(string name, CancellationToken cancellation)
    {
        var config = session.Configure<AmazonS3Config>("S3");
        config.ForcePathStyle = config.ServiceURL is not null; // The local AWS has no host name for each bucket.
        using var client = new AmazonS3Client(session.Credentials, config);
        var page = await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = name, MaxKeys = MostObjects }, cancellation).ConfigureAwait(false);
        return $"{Counted(page.S3Objects?.Count ?? 0, "object")}{(page.IsTruncated == true ? " or more" : "")}";
    }

    private static string Counted(long count, string noun) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
