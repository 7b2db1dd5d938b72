namespace Landfall.Aws.Route53;

/// <summary>A public hosted zone.</summary>
/// <param name="Name">Its name, without the dot at the end.</param>
/// <param name="Id">Its id, for example <c>Z0123456789ABCDEFGHIJ</c>.</param>
public sealed record HostedZone(string Name, string Id);
