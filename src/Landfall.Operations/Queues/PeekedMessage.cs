namespace Landfall.Operations.Queues;

/// <summary>A message.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Received">How often it was received, this time included.</param>
/// <param name="Body">What it says.</param>
internal sealed record PeekedMessage(string Id, DateTimeOffset Sent, int Received, string Body);
