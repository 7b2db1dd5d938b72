namespace Landfall.Aws.Messages;

/// <summary>A message of a queue.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Received">How often it was received.</param>
/// <param name="Body">What it says.</param>
public sealed record QueueMessage(string Id, DateTimeOffset Sent, int Received, string Body);
