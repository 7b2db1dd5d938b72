using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SQS;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Storage;

/// <summary>Tells how much data there is, where AWS can say it at once.</summary>
/// <param name="session">Who asks, and where.</param>
public sealed class DataMeter(AwsSession session)
{
    // One page of a bucket: to count further would take a call for each thousand.
    private const int MostObjects = 1000;

    private static readonly AwsService UserPools = new("cognito-idp", "cognito-idp", "COGNITO_IDENTITY_PROVIDER", "AWSCognitoIdentityProviderService");
    private static readonly AwsService Logs = new("logs", "logs", "CLOUDWATCH_LOGS", "Logs_20140328");
    private static readonly AwsService FileSystems = new("elasticfilesystem", "elasticfilesystem", "EFS", "2015-02-01");

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
                "AWS::Cognito::UserPool" => await UserPoolAsync(id, cancellation).ConfigureAwait(false),
                "AWS::Logs::LogGroup" => await LogGroupAsync(id, cancellation).ConfigureAwait(false),
                "AWS::EFS::FileSystem" => await FileSystemAsync(id, cancellation).ConfigureAwait(false),
                _ => null,
            };
        }
        catch (Exception e) when (e is AmazonServiceException or AwsException)
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

    private async Task<string?> UserPoolAsync(string id, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, UserPools, "DescribeUserPool", new { UserPoolId = id }, cancellation).ConfigureAwait(false);
        return (long?)answer["UserPool"]?["EstimatedNumberOfUsers"] is { } users ? $"about {Counted(users, "user")}" : null;
    }

    private async Task<string?> LogGroupAsync(string name, CancellationToken cancellation)
    {
        // The names that begin so come in their order: the name itself is the first.
        var request = new { logGroupNamePrefix = name, limit = 1 };
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, Logs, "DescribeLogGroups", request, cancellation).ConfigureAwait(false);
        var group = (answer["logGroups"] as JsonArray ?? []).FirstOrDefault(g => (string?)g?["logGroupName"] == name);
        return (long?)group?["storedBytes"] is { } bytes ? $"{Counted(bytes, "byte")}, as counted within the last day" : null;
    }

    private async Task<string?> FileSystemAsync(string id, CancellationToken cancellation)
    {
        var (status, body) = await session.GetAsync(FileSystems, $"/2015-02-01/file-systems?FileSystemId={Uri.EscapeDataString(id)}", cancellation).ConfigureAwait(false);
        var system = (int)status < 400 ? (JsonNode.Parse(body)?["FileSystems"] as JsonArray ?? []).FirstOrDefault() : null;
        return (long?)system?["SizeInBytes"]?["Value"] is { } bytes ? $"about {Counted(bytes, "byte")}" : null;
    }

    private static string Counted(long count, string noun) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
