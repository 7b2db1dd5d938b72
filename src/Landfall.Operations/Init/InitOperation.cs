using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Regions;
using Landfall.Operations.Init.Stacks;

namespace Landfall.Operations.Init;

/// <summary>The first file of a project.</summary>
internal sealed class InitOperation : Operation<InitParameters, NewProject>
{
    /// <summary>The types that a first service may have, as the file spells them.</summary>
    public static IReadOnlyList<string> Types { get; } = ["web", "internal", "worker", "job", "site"];

    /// <inheritdoc />
    public override string Name => "init";

    /// <inheritdoc />
    public override string Summary => "Write a commented landfall.yaml and a production Dockerfile.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override Task<NewProject> RunAsync(InitParameters parameters, Agreed agreed, OperationContext context)
    {
        Scaffold.RefuseExisting(parameters.Folder);
        RefuseBelow(parameters);
        var app = parameters.App ?? ProjectDetector.Name(parameters.Folder);
        var below = parameters.Kind is null && ProjectDetector.Detect(parameters.Folder) is null ? ProjectDetector.Below(parameters.Folder) : [];
        var services = below.Count > 0 ? Several(parameters, app, below) : [Single(parameters, app)];
        return Task.FromResult(new NewProject(parameters.Folder, Scaffold.Write(services)));
    }

    private static InitRequest Single(InitParameters parameters, string app)
    {
        var there = ProjectDetector.Detect(parameters.Folder);
        var kind = parameters.Kind ?? there
            ?? throw Unknown("What is the code written in?", "kind", Enum.GetNames<ProjectKind>());
        var type = parameters.Type ?? (kind == ProjectKind.Static ? "site" : there is not null ? "web" : throw Unknown("What is the first service?", "type", Types));
        return Request(parameters, app, parameters.Service ?? ServiceName(app, type), type, Fitting(kind, type), ".");
    }

    /// <summary>A service for each project of a repository: sites, and the rest of the type that is asked for, or web.</summary>
    private static InitRequest[] Several(InitParameters parameters, string app, IReadOnlyList<(string Path, ProjectKind Kind)> below)
    {
        var type = parameters.Type is null or "site" ? "web" : parameters.Type;
        if (type is not ("web" or "internal"))
            throw new LandfallException(ErrorCodes.AnswersInvalid, $"The folder has {below.Count} projects ({string.Join(", ", below.Select(one => one.Path))}), and 'init' makes each a service of type web, internal or site. Leave --type out and change the file then.");
        var named = new HashSet<string>(StringComparer.Ordinal);
        var requests = below.Select(one => Request(parameters, app, Free(ProjectDetector.Name(one.Path)), one.Kind == ProjectKind.Static ? "site" : type, one.Kind, one.Path)).ToArray();

        // What serves the files of a site that cannot be has the pages, and goes before what answers below a path.
        var webs = requests.Where(one => one.Type == "web").OrderBy(one => one.Kind != ProjectKind.Static).ToArray();
        var site = requests.Any(one => one.Type == "site");

        // Of several services behind one load balancer each has its paths; behind a site the first is its API.
        return [.. requests.Select(one => one.Type switch
        {
            "web" when one == webs[0] => site ? one with { Path = "/api/*" } : webs.Length > 1 ? one with { Path = "/*" } : one,
            "web" => one with { Path = $"/{one.Service}/*" },
            "site" when webs.Length > 0 => one with { Api = webs[0].Service },
            _ => one,
        })];

        string Free(string name)
        {
            var free = name;
            for (var number = 2; !named.Add(free); number++)
                free = $"{name}-{number}";
            return free;
        }
    }

    private static InitRequest Request(InitParameters parameters, string app, string service, string type, ProjectKind kind, string below)
    {
        var code = Path.Combine(parameters.Folder, below);
        var there = ExistingDockerfile.In(code);
        var region = FirstRegion.Of(parameters.Region);
        return new InitRequest(
            parameters.Folder, app, service,
            type == "site" && RegionTable.Find(region)?.HasSites == false ? "web" : type,
            kind,
            region,
            parameters.Port ?? there?.Port ?? 8080,
            parameters.Health ?? there?.Health ?? (kind == ProjectKind.Static ? HealthPath.Otherwise : HealthOf(code, kind)),
            below);
    }

    private static string HealthOf(string code, ProjectKind kind) =>
        kind == ProjectKind.Java && new JavaBuild(code).HasActuator ? "/actuator/health"
        : HealthPath.In(code) ?? (Directory.Exists(code) && Directory.EnumerateFileSystemEntries(code).Any() ? HealthPath.Otherwise : "/health");

    /// <summary>One file describes a system; a second one in a folder of the same repository would be another system.</summary>
    private static void RefuseBelow(InitParameters parameters)
    {
        if (parameters.Here)
            return;
        if (ConfigFile.FindAbove(parameters.Folder) is { } file)
            throw new LandfallException(ErrorCodes.AnswerNeeded, $"'{parameters.Folder}' is inside the system that '{file}' describes. Add the service to that file, or add --here for a system of this folder alone.");
        if (ProjectDetector.SystemAround(parameters.Folder) is { } repository)
        {
            throw new LandfallException(
                ErrorCodes.AnswerNeeded,
                $"Which folder is the system's? '{parameters.Folder}' is inside the repository '{repository}', and there is no terminal to ask on. Run 'landfall init {FolderArgument.Of(repository)}' for a file over all its services, or add --here for a system of this folder alone.");
        }
    }

    /// <summary>The name of the first service where none is given.</summary>
    /// <param name="app">The application's name.</param>
    /// <param name="type">The service's type.</param>
    /// <returns>The name.</returns>
    public static string ServiceName(string app, string type) => type == "site" ? "web" : ProjectDetector.Name(app);

    private static ProjectKind Fitting(ProjectKind kind, string type)
    {
        if ((kind == ProjectKind.Static) == (type == "site"))
            return kind;
        return kind == ProjectKind.Static
            ? throw new LandfallException(
                ErrorCodes.ServiceKindMismatch, $"Static files are a 'site', not a '{type}'. Name what the code is written in with --kind.")
            : ProjectKind.Static;
    }

    private static LandfallException Unknown(string question, string parameter, IEnumerable<string> choices) => new(
        ErrorCodes.AnswerNeeded,
        $"{question} Nothing in the folder tells, and there is no terminal to ask on; add --{parameter}: {string.Join(", ", choices.Select(c => c.ToLowerInvariant()))}.");
}
