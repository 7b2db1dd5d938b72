namespace Landfall.Aws.Secrets;

/// <summary>What is known of a secret beside its value.</summary>
/// <param name="HasValue">True when it has one.</param>
/// <param name="Changed">When it was changed last; null where Secrets Manager does not say.</param>
public sealed record KnownSecret(bool HasValue, DateTimeOffset? Changed);
