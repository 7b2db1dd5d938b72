namespace Landfall.Operations.DotEnv;

/// <summary>The variables of a service or site.</summary>
/// <param name="Service">The service.</param>
/// <param name="File">The file; null where nothing was written.</param>
/// <param name="Variables">Names and values, in order of name.</param>
/// <param name="Secrets">Variables whose values are secret, with what they are read from: they are not written.</param>
internal sealed record EnvFile(string Service, string? File, IReadOnlyDictionary<string, string> Variables, IReadOnlyDictionary<string, string> Secrets);
