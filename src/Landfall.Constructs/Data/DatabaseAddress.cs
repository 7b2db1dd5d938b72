namespace Landfall.Constructs.Data;

/// <summary>How a database is reached.</summary>
/// <param name="Host">The host name.</param>
/// <param name="Port">The port.</param>
/// <param name="SecretArn">The secret with the keys <c>username</c> and <c>password</c>.</param>
/// <param name="Arn">The cluster's or instance's ARN.</param>
internal sealed record DatabaseAddress(string Host, string Port, string SecretArn, string Arn);
