namespace Landfall.Operations.Images;

/// <summary>An image in a folder.</summary>
/// <param name="Service">The service.</param>
/// <param name="Environment">The environment that it is for.</param>
/// <param name="Tag">The hash of what it was built from.</param>
/// <param name="Digest">Its digest, which it has in every registry.</param>
/// <param name="Built">True when it was built now; false when it was there, from the same files.</param>
internal sealed record BuiltImage(string Service, string Environment, string Tag, string Digest, bool Built);
