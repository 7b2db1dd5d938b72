namespace Landfall.Operations.Releases;

/// <summary>What was rolled back.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Service">The service.</param>
/// <param name="Image">The image that it runs now, by its digest, or would run.</param>
/// <param name="Before">The image that it ran before.</param>
/// <param name="Changed">False where it ran the image already, and after a dry run.</param>
/// <param name="DryRun">True when nothing was done.</param>
internal sealed record RollbackReport(string App, string Environment, string Service, string Image, string Before, bool Changed, bool DryRun);
