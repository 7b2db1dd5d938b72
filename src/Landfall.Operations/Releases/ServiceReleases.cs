namespace Landfall.Operations.Releases;

/// <summary>The releases of a service.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service.</param>
/// <param name="Image">The image that it has now; <c>none</c> before the first release.</param>
/// <param name="Releases">The releases, the last first.</param>
internal sealed record ServiceReleases(string App, string Environment, string Service, string Image, IReadOnlyList<PastRelease> Releases);
