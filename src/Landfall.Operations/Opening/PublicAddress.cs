namespace Landfall.Operations.Opening;

/// <summary>Where a service or site is opened.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service, as the file calls it.</param>
/// <param name="Url">The address.</param>
internal sealed record PublicAddress(string App, string Environment, string Service, Uri Url);
