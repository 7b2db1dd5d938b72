namespace Landfall.Cli.Init;

/// <summary>What was given on the command line; the rest is asked, found out or left at its default.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="App">The application's name, or null.</param>
/// <param name="Service">The first service's name, or null.</param>
/// <param name="Type">The first service's type, or null.</param>
/// <param name="Kind">What the code is written in, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Port">The port, or null.</param>
/// <param name="Health">The health check's path, or null.</param>
internal sealed record InitAnswers(
    string Folder, string? App, string? Service, string? Type, ProjectKind? Kind, string? Region, int? Port, string? Health);
