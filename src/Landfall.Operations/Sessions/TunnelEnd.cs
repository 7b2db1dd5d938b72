namespace Landfall.Operations.Sessions;

/// <summary>Where a tunnel begins and leads to.</summary>
/// <param name="LocalPort">The port on this machine.</param>
/// <param name="Host">What it leads to.</param>
/// <param name="Port">The port there.</param>
/// <param name="Database">The name of the database behind it; null for a service.</param>
/// <param name="Secret">The ARN of the secret with user and password; null for a service.</param>
internal sealed record TunnelEnd(int LocalPort, string Host, int Port, string? Database, string? Secret);
