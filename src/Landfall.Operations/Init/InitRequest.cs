namespace Landfall.Operations.Init;

/// <summary>The answers that <c>landfall init</c> works from.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="App">The application's name.</param>
/// <param name="Service">The first service's name.</param>
/// <param name="Type">The first service's type, as the file spells it.</param>
/// <param name="Kind">What the code is written in.</param>
/// <param name="Region">The AWS region.</param>
/// <param name="Port">The port that the container listens on.</param>
/// <param name="Health">The path that answers when the service is well.</param>
internal sealed record InitRequest(
    string Folder, string App, string Service, string Type, ProjectKind Kind, string Region, int Port, string Health);
