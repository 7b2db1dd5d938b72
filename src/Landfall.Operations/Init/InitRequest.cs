namespace Landfall.Operations.Init;

/// <summary>The answers about a service that <c>landfall init</c> works from.</summary>
/// <param name="Folder">The project's folder, which gets the file.</param>
/// <param name="App">The application's name.</param>
/// <param name="Service">The service's name.</param>
/// <param name="Type">The service's type, as the file spells it; <c>web</c> for a site where the region can have none.</param>
/// <param name="Kind">What the code is written in.</param>
/// <param name="Region">The AWS region.</param>
/// <param name="Port">The port that the container listens on.</param>
/// <param name="Health">The path that answers when the service is well.</param>
/// <param name="Below">The folder with the service's code, relative to the project's.</param>
/// <param name="Path">The paths that it answers.</param>
/// <param name="Api">The web service behind a site, or null.</param>
internal sealed record InitRequest(
    string Folder, string App, string Service, string Type, ProjectKind Kind, string Region, int Port, string Health,
    string Below = ".", string Path = "/*", string? Api = null)
{
    /// <summary>The folder with the service's code.</summary>
    public string Code => System.IO.Path.GetFullPath(System.IO.Path.Combine(Folder, Below));
}
