using Landfall.Config;

namespace Landfall.Operations.Init;

/// <summary>Writes the first files of a project; never over one that is there.</summary>
internal static class Scaffold
{
    /// <summary>Writes <c>landfall.yaml</c> and, for a service in containers, what its image is built with.</summary>
    /// <param name="request">The answers.</param>
    /// <returns>The files written, relative to the folder; a Dockerfile that was there is left as it is.</returns>
    /// <exception cref="LandfallException">There is a landfall file already, or the answers do not make a valid one.</exception>
    public static IReadOnlyList<string> Write(InitRequest request)
    {
        RefuseExisting(request.Folder);
        var values = Values(request);
        var service = Template($"{request.Type}.yaml", values).TrimEnd();
        var yaml = Template("service.yaml", new Dictionary<string, string>(values) { ["service"] = service });
        if (ConfigLoader.Check(yaml) is { Count: > 0 } problems)
            throw new LandfallException(ErrorCodes.AnswersInvalid, string.Join("\n", problems.Select(p => p.Message).Prepend("The answers do not make a valid file, so nothing was written.")));

        Directory.CreateDirectory(request.Folder);
        var files = new List<string>();
        Put("landfall.yaml", yaml);
        if (request.Type != "site")
        {
            var kind = request.Kind.ToString().ToLowerInvariant();
            var listen = Template(request.Type is "web" or "internal" ? $"listen.{kind}" : "listen.nothing", values).TrimEnd();
            Put("Dockerfile", Template($"Dockerfile.{kind}", new Dictionary<string, string>(values) { ["listen"] = listen }));
            Put(".dockerignore", Template("dockerignore", values));
        }
        else if (!File.Exists(Path.Combine(request.Folder, "package.json")))
        {
            Directory.CreateDirectory(Path.Combine(request.Folder, "public"));
            Put("public/index.html", Template("index.html", values));
        }

        if (AddToGitIgnore(request.Folder))
            files.Add(".gitignore");
        return files;

        void Put(string name, string content)
        {
            var path = Path.Combine(request.Folder, name);
            if (File.Exists(path))
                return;
            File.WriteAllText(path, content);
            files.Add(name);
        }
    }

    /// <summary>Refuses a folder that has a landfall file.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="LandfallException">There is one.</exception>
    public static void RefuseExisting(string folder)
    {
        foreach (var name in new[] { "landfall.yaml", "landfall.yml", "landfall.json" })
        {
            if (File.Exists(Path.Combine(folder, name)))
                throw new LandfallException(ErrorCodes.FileInTheWay, $"There is a '{name}' in '{folder}' already. Edit it, or choose another folder.");
        }
    }

    private static Dictionary<string, string> Values(InitRequest request)
    {
        var project = Directory.Exists(request.Folder)
            ? Directory.EnumerateFiles(request.Folder, "*.csproj").Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        var built = File.Exists(Path.Combine(request.Folder, "package.json"));
        return new Dictionary<string, string>
        {
            ["app"] = request.App,
            ["name"] = request.Service,
            ["region"] = request.Region,
            ["port"] = request.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["health"] = request.Health,
            ["project"] = project is null ? $"{request.Service}.csproj" : Path.GetFileName(project),
            ["assembly"] = project is null ? request.Service : Path.GetFileNameWithoutExtension(project),
            ["entry"] = request.Kind is ProjectKind.Node or ProjectKind.Python ? ProjectDetector.Entry(request.Folder, request.Kind) : "",
            // 'npm ci' wants a lock file; a folder of node_modules is copied, which npm leaves out when there is nothing to install.
            ["install"] = File.Exists(Path.Combine(request.Folder, "package-lock.json")) ? "ci" : "install",
            ["site"] = built
                ? "    source: .\n    build: { command: npm run build, output: dist }"
                : "    source: ./public                     # the folder with the files",
        };
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

    /// <summary>What Landfall synthesises is not committed.</summary>
    private static bool AddToGitIgnore(string folder)
    {
        var path = Path.Combine(folder, ".gitignore");
        var lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (lines.Any(l => l.Trim('/') == ".landfall"))
            return false;
        File.AppendAllText(path, (lines.Length > 0 && !File.ReadAllText(path).EndsWith('\n') ? "\n" : "") + ".landfall/\n");
        return true;
    }
}
