namespace Landfall.Aws.Certificates;

/// <summary>A certificate of the account.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Names">The names and patterns that it is for.</param>
/// <param name="Status">For example <c>ISSUED</c> or <c>PENDING_VALIDATION</c>.</param>
/// <param name="InUse">True when something has it.</param>
/// <param name="Expires">When it expires; null where it is not issued.</param>
public sealed record KnownCertificate(string Arn, IReadOnlyList<string> Names, string Status, bool InUse, DateTimeOffset? Expires);
