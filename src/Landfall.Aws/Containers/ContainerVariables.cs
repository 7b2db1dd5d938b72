namespace Landfall.Aws.Containers;

/// <summary>What a container reads from its environment.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Values">Variables with their values.</param>
/// <param name="Secrets">Variables with the ARN, or the name, that their value is read from when the container starts.</param>
public sealed record ContainerVariables(string Container, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, string> Secrets);
