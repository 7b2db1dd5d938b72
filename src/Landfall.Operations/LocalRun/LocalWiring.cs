namespace Landfall.Operations.LocalRun;

/// <summary>Where containers find what they use.</summary>
/// <param name="Host">What they call this machine.</param>
/// <param name="Aws">The local AWS's endpoint, as they reach it.</param>
/// <param name="Ports">The ports of this machine that lead to databases and services, by their names in the file.</param>
internal sealed record LocalWiring(string Host, string Aws, IReadOnlyDictionary<string, int> Ports);
