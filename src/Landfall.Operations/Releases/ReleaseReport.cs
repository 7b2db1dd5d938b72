namespace Landfall.Operations.Releases;

/// <summary>What was released.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service.</param>
/// <param name="Image">The image that it runs now, by its digest.</param>
/// <param name="Before">The image that it ran before; <c>none</c> for the first release.</param>
/// <param name="Changed">False where it ran the image already.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ReleaseReport(string App, string Environment, string Service, string Image, string Before, bool Changed, double Seconds);
