using Landfall.Aws.Protocols;

namespace Landfall.Aws.Tables;

/// <summary>The part of the DynamoDB API that lets a table be deleted.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class TableClient(AwsSession session)
{
    private static readonly AwsService Service = new("dynamodb", "dynamodb", "DYNAMODB", "DynamoDB_20120810");

    /// <summary>Turns a table's deletion protection off.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AllowDeletionAsync(string name, CancellationToken cancellation) => JsonProtocol.CallAsync<Answer>(
        session, Service, "UpdateTable", new { TableName = name, DeletionProtectionEnabled = false }, cancellation, JsonProtocol.Version10);

    private sealed record Answer;
}
