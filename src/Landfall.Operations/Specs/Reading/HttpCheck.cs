namespace Landfall.Operations.Specs.Reading;

/// <summary>A check of an answer of the running system.</summary>
/// <param name="Service">The service.</param>
/// <param name="Method">GET, HEAD or OPTIONS: a specification changes nothing.</param>
/// <param name="Path">The path.</param>
/// <param name="Status">The status that is expected.</param>
internal sealed record HttpCheck(string Service, string Method, string Path, string Status) : SpecCheck;
