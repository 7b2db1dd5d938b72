using System.ComponentModel;

namespace Landfall.Operations.Init;

/// <summary>What is known of a new project; the rest is found out from the folder or left at its default.</summary>
/// <param name="Folder">The folder with the code.</param>
/// <param name="App">The application's name, or null.</param>
/// <param name="Service">The first service's name, or null.</param>
/// <param name="Type">The first service's type, or null.</param>
/// <param name="Kind">What the code is written in, or null.</param>
/// <param name="Region">The region, or null.</param>
/// <param name="Port">The port, or null.</param>
/// <param name="Health">The health check's path, or null.</param>
/// <param name="Here">True when the folder is a system of its own, though it is inside a repository.</param>
internal sealed record InitParameters(
    [property: Description("The folder with the code.")] string Folder,
    [property: Description("The application's name; the folder's by default.")] string? App,
    [property: Description("The first service's name; the application's by default.")] string? Service,
    [property: Description("The first service's type; for code that is there and no site, web.")] string? Type,
    [property: Description("What the code is written in; found out from the folder by default.")] ProjectKind? Kind,
    [property: Description("The AWS region; that of AWS_REGION or of your AWS profile by default, or us-east-1.")] string? Region,
    [property: Description("The port that the container listens on; the Dockerfile's or 8080 by default.")] int? Port,
    [property: Description("The path of the health check; found out from the code by default.")] string? Health,
    [property: Description("The folder is a system of its own, though it is inside a bigger repository.")] bool Here);
