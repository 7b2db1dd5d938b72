namespace Landfall.Operations.Secrets;

/// <summary>The secrets of an environment.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Secrets">The secrets, in order of name; never a value.</param>
internal sealed record ListedSecrets(string App, string Environment, IReadOnlyList<ListedSecret> Secrets);
