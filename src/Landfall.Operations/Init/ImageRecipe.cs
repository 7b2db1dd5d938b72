using System.Text.Json;
using Landfall.Operations.Init.Stacks;

namespace Landfall.Operations.Init;

/// <summary>What a service's Dockerfile is made from.</summary>
internal static class ImageRecipe
{
    /// <summary>The name of the template.</summary>
    public static string Template(InitRequest request) => request.Kind switch
    {
        ProjectKind.Node => new NodePackage(request.Code).Build is null ? "Dockerfile.node" : "Dockerfile.node-built",
        ProjectKind.Static => new NodePackage(request.Code).Build is null ? "Dockerfile.static" : "Dockerfile.static-built",
        var kind => $"Dockerfile.{kind.ToString().ToLowerInvariant()}",
    };

    /// <summary>What is put into the template.</summary>
    public static IReadOnlyDictionary<string, string> Values(InitRequest request) => request.Kind switch
    {
        ProjectKind.Dotnet => Dotnet(new DotnetProject(request.Code, request.Service)),
        ProjectKind.Node => Node(new NodePackage(request.Code)),
        ProjectKind.Python => Python(new PythonProject(request.Code), request.Port),
        ProjectKind.Go => Go(new GoModule(request.Code, request.Service)),
        ProjectKind.Java => Java(new JavaBuild(request.Code)),
        ProjectKind.Ruby => Ruby(new RubyProject(request.Code), request.Port),
        ProjectKind.Static => Static(new NodePackage(request.Code), File.Exists(Path.Combine(request.Code, "index.html"))),
        _ => new Dictionary<string, string>(),
    };

    private static Dictionary<string, string> Dotnet(DotnetProject project) => new()
    {
        ["project"] = project.File,
        ["assembly"] = project.Assembly,
        ["version"] = project.Version,
        ["runtime"] = project.Runtime,
        ["user"] = project.User,
    };

    private static Dictionary<string, string> Node(NodePackage package) => new()
    {
        ["manifests"] = package.Manifests,
        ["install"] = package.Install(everything: false),
        ["installAll"] = package.Install(everything: true),
        ["build"] = package.Build ?? "",
        ["prune"] = package.Prune,
        ["start"] = Json(package.Start),
    };

    private static Dictionary<string, string> Static(NodePackage package, bool here) => new()
    {
        ["manifests"] = package.Manifests,
        ["installAll"] = package.Install(everything: true),
        ["build"] = package.Build ?? "",
        ["output"] = package.Build is not null ? package.SiteOutput : here ? "." : "public",
        ["otherwise"] = package.Build is not null && package.IsSinglePage ? "/index.html" : "=404",
    };

    private static Dictionary<string, string> Python(PythonProject project, int port) => new()
    {
        ["version"] = project.Version,
        ["manifests"] = project.Manifests,
        ["install"] = project.Install,
        ["start"] = Json(project.Start(port)),
    };

    private static Dictionary<string, string> Go(GoModule module) => new() { ["version"] = module.Version, ["main"] = module.Main };

    private static Dictionary<string, string> Java(JavaBuild build) => new()
    {
        ["image"] = build.Image,
        ["command"] = build.Command,
        ["output"] = build.Output,
        ["version"] = build.Version,
    };

    private static Dictionary<string, string> Ruby(RubyProject project, int port) => new()
    {
        ["version"] = project.Version,
        ["assets"] = project.IsRails ? "\nRUN SECRET_KEY_BASE_DUMMY=1 bundle exec rails assets:precompile || true" : "",
        ["start"] = Json(project.Start(port)),
    };

    private static string Json(IReadOnlyList<string> command) =>
        $"[{string.Join(", ", command.Select(word => JsonSerializer.Serialize(word, JsonSerializerOptions.Web)))}]";
}
