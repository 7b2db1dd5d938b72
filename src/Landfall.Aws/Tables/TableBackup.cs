namespace Landfall.Aws.Tables;

/// <summary>A backup of a table.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Name">Its name, which several may have.</param>
/// <param name="Type">DynamoDB's word for who made it: <c>USER</c> or <c>SYSTEM</c>.</param>
/// <param name="Status">DynamoDB's word, for example <c>AVAILABLE</c>.</param>
/// <param name="Taken">When it was taken.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record TableBackup(string Arn, string Name, string Type, string Status, DateTimeOffset? Taken, long Bytes);
