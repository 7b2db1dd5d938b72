namespace Landfall.Hooks.Probes;

/// <summary>What is to be asked.</summary>
/// <param name="File">The check file.</param>
/// <param name="Base">The address that <c>{{base}}</c> stands for.</param>
/// <param name="Addresses">Where the load balancer is in the network.</param>
internal sealed record ProbeRequest(string File, string Base, IReadOnlyList<string> Addresses);
