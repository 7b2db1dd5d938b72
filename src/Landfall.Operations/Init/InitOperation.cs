using Landfall.Config;

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
        var kind = parameters.Kind ?? ProjectDetector.Detect(parameters.Folder)
            ?? throw Unknown("What is the code written in?", "kind", Enum.GetNames<ProjectKind>());
        var type = parameters.Type ?? (kind == ProjectKind.Static ? "site" : throw Unknown("What is the first service?", "type", Types));
        var app = parameters.App ?? ProjectDetector.Name(parameters.Folder);
        var files = Scaffold.Write(new InitRequest(
            parameters.Folder,
            app,
            parameters.Service ?? ServiceName(app, type),
            type,
            Fitting(kind, type),
            parameters.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1",
            parameters.Port ?? 8080,
            parameters.Health ?? "/health"));
        return Task.FromResult(new NewProject(parameters.Folder, files));
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
