namespace Landfall.Operations.Secrets;

/// <summary>A secret that has got a value.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Secret">The secret's name in the file.</param>
/// <param name="Readers">The services that use it.</param>
internal sealed record SecretWritten(string App, string Environment, string Secret, IReadOnlyList<string> Readers);
