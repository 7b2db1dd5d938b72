namespace Landfall.Aws.Certificates;

/// <summary>A certificate that is issued and has not expired.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Names">The names and patterns that it is for.</param>
public sealed record IssuedCertificate(string Arn, IReadOnlyList<string> Names);
