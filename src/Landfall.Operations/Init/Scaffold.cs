using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Schema;
using Landfall.Operations.Init.Stacks;

namespace Landfall.Operations.Init;

/// <summary>Writes the first files of a project; never over one that is there.</summary>
internal static class Scaffold
{
    private const string SchemaFile = "landfall.schema.json";

    /// <summary>Writes <c>landfall.yaml</c> and, for services in containers, what their images are built with.</summary>
    /// <param name="services">The answers for each service, all of one project.</param>
    /// <returns>The files written, relative to the folder; a Dockerfile that was there is left as it is.</returns>
    /// <exception cref="LandfallException">There is a landfall file already, or the answers do not make a valid one.</exception>
    public static IReadOnlyList<string> Write(params IReadOnlyList<InitRequest> services)
    {
        var folder = services[0].Folder;
        RefuseExisting(folder);
        var yaml = Template("service.yaml", new Dictionary<string, string>(Values(services[0]))
        {
            ["services"] = string.Join("\n\n", services.Select(service => Template($"{service.Type}.yaml", Values(service)).TrimEnd())),
        });
        if (ConfigLoader.Check(yaml) is { Count: > 0 } problems)
            throw new LandfallException(ErrorCodes.AnswersInvalid, string.Join("\n", problems.Select(p => p.Message).Prepend("The answers do not make a valid file, so nothing was written.")));

        Directory.CreateDirectory(folder);
        var files = new List<string>();
        Put("landfall.yaml", () => yaml);
        Put(SchemaFile, ConfigSchema.Write);
        foreach (var service in services)
            AddCode(service);
        if (AddLine(folder, ".gitignore", ".landfall/", make: true))
            files.Add(".gitignore");
        return files;

        void AddCode(InitRequest service)
        {
            Directory.CreateDirectory(service.Code);
            if (service.Kind == ProjectKind.Static && !File.Exists(Path.Combine(service.Code, "package.json")) && !File.Exists(Path.Combine(service.Code, "index.html")))
                Put(Below(service, "public/index.html"), () => Template("index.html", Values(service)));
            if (service.Type == "site")
                return;

            Put(Below(service, "Dockerfile"), () => Dockerfile(service));
            if (!Put(Below(service, ".dockerignore"), () => Template("dockerignore", Values(service))) && AddLine(service.Code, ".dockerignore", ".landfall", make: false))
                files.Add(Below(service, ".dockerignore"));
        }

        bool Put(string name, Func<string> content)
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
                return false;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content());
            files.Add(name);
            return true;
        }
    }

    private static string Below(InitRequest service, string file) => service.Below == "." ? file : $"{service.Below}/{file}";

    /// <summary>Writes a service's Dockerfile.</summary>
    /// <param name="request">The answers.</param>
    /// <returns>Its text.</returns>
    internal static string Dockerfile(InitRequest request)
    {
        var values = Values(request);
        values["listen"] = Template(request.Type is "web" or "internal" ? "listen.yes" : "listen.nothing", values).TrimEnd();
        foreach (var (key, value) in ImageRecipe.Values(request))
            values[key] = value;
        return Template(ImageRecipe.Template(request), values);
    }

    /// <summary>Refuses a folder that has a landfall file.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="LandfallException">There is one.</exception>
    public static void RefuseExisting(string folder)
    {
        foreach (var name in ConfigFile.Names)
        {
            if (File.Exists(Path.Combine(folder, name)))
                throw new LandfallException(ErrorCodes.FileInTheWay, $"There is a '{name}' in '{folder}' already. Edit it, or choose another folder.");
        }
    }

    private static Dictionary<string, string> Values(InitRequest request)
    {
        var port = request.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var context = request.Below == "." ? "." : $"./{request.Below}";
        return new Dictionary<string, string>
        {
            ["app"] = request.App,
            ["name"] = request.Service,
            ["region"] = request.Region,
            ["port"] = port,
            ["place"] = request.Kind == ProjectKind.Static ? $"a site needs what {request.Region} does not have: nginx serves the files" : "behind the public load balancer",
            ["path"] = request.Path,
            ["health"] = request.Health,
            ["context"] = context,
            ["environment"] = request.Kind switch
            {
                ProjectKind.Dotnet => $"ASPNETCORE_URLS=http://+:{port}",
                ProjectKind.Java => $"PORT={port} SERVER_PORT={port}",
                _ => $"PORT={port}",
            },
            ["writable"] = Writable(request) is { } why ? $"\n    readOnly: false                      # {why}" : "",
            ["site"] = Site(request, context),
            ["api"] = request.Api is { } api ? $"    api: {api}" : "    # api: api                           # a web service of this file that /api/* goes to",
        };
    }

    // The root file system is read-only by default, which not every program can live with.
    private static string? Writable(InitRequest request) => request.Kind switch
    {
        ProjectKind.Node when new NodePackage(request.Code).WritesBesideCode => "it writes its cache beside its code",
        _ when File.Exists(Path.Combine(request.Code, "Dockerfile")) => "remove this once the program is known to write nowhere but to its volumes",
        _ => null,
    };

    private static string Site(InitRequest request, string context)
    {
        var package = File.Exists(Path.Combine(request.Code, "package.json")) ? new NodePackage(request.Code) : null;
        if (package?.Build is { } build)
        {
            return $"    source: {context}\n    build: {{ command: {build}, output: {package.SiteOutput} }}"
                + (package.IsSinglePage ? "\n    routing: spa                         # the browser decides what an address means; files: a 404 page" : "");
        }

        return File.Exists(Path.Combine(request.Code, "index.html"))
            ? $"    source: {context}                          # the folder with the files"
            : $"    source: {(request.Below == "." ? "./public" : $"{context}/public")}                     # the folder with the files";
    }

    private static string Template(string name, IReadOnlyDictionary<string, string> values)
    {
        using var stream = typeof(Scaffold).Assembly.GetManifestResourceStream($"Landfall.Operations.Init.{name}")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        foreach (var (key, value) in values)
            text = text.Replace("{{" + key + "}}", value, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Adds a line for what Landfall synthesises, which is neither committed nor part of an image.</summary>
    private static bool AddLine(string folder, string name, string line, bool make)
    {
        var path = Path.Combine(folder, name);
        if (!make && !File.Exists(path))
            return false;
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (lines.Any(l => l.Trim('/') == ".landfall"))
            return false;
        File.AppendAllText(path, (lines.Length > 0 && !File.ReadAllText(path).EndsWith('\n') ? "\n" : "") + line + "\n");
        return true;
    }
}
