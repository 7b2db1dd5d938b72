using System.CommandLine;
using Landfall.Cli.Init;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall init</c>: the first file, by flags or by questions.</summary>
internal static class InitCommand
{
    private static readonly string[] Types = ["web", "internal", "worker", "job", "site"];
    private static readonly string[] Kinds = [.. Enum.GetNames<ProjectKind>().Select(name => name.ToLowerInvariant())];

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with the code.", DefaultValueFactory = _ => "." };
        var app = new Option<string?>("--app") { Description = "The application's name; the folder's by default." };
        var service = new Option<string?>("--service") { Description = "The first service's name; the application's by default." };
        var type = new Option<string?>("--type") { Description = "The first service's type." };
        type.AcceptOnlyFromAmong(Types);
        var kind = new Option<string?>("--kind") { Description = "What the code is written in; found out from the folder by default." };
        kind.AcceptOnlyFromAmong(Kinds);
        var region = new Option<string?>("--region") { Description = "The AWS region; AWS_REGION or us-east-1 by default." };
        var port = new Option<int?>("--port") { Description = "The port that the container listens on; 8080 by default." };
        var health = new Option<string?>("--health") { Description = "The path of the health check; /health by default." };
        var command = new Command("init", "Write a commented landfall.yaml and a production Dockerfile.")
        {
            folder, app, service, type, kind, region, port, health,
        };
        command.SetAction((result, cancellation) => RunAsync(
            context.Screen,
            new InitAnswers(
                result.GetValue(folder)!, result.GetValue(app), result.GetValue(service), result.GetValue(type),
                result.GetValue(kind) is { } named ? Enum.Parse<ProjectKind>(named, ignoreCase: true) : null,
                result.GetValue(region), result.GetValue(port), result.GetValue(health)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, InitAnswers given, CancellationToken cancellation)
    {
        Scaffold.RefuseExisting(given.Folder); // before any question
        var kind = given.Kind ?? ProjectDetector.Detect(given.Folder)
            ?? await ChooseAsync(screen, "What is the code written in?", "--kind", Enum.GetValues<ProjectKind>(), cancellation).ConfigureAwait(false);
        var app = given.App ?? await AskAsync(screen, "Name of the application?", ProjectDetector.Name(given.Folder), cancellation).ConfigureAwait(false);
        var type = given.Type ?? (kind == ProjectKind.Static
            ? "site"
            : await ChooseAsync(screen, "What is the first service?", "--type", Types, cancellation).ConfigureAwait(false));
        if ((kind == ProjectKind.Static) != (type == "site"))
        {
            kind = kind == ProjectKind.Static
                ? throw new LandfallException(ErrorCodes.ServiceKindMismatch, $"Static files are a 'site', not a '{type}'. Name what the code is written in with --kind.")
                : ProjectKind.Static;
        }

        var request = new InitRequest(
            given.Folder,
            app,
            given.Service ?? await AskAsync(screen, "Name of the service?", type == "site" ? "web" : ProjectDetector.Name(app), cancellation).ConfigureAwait(false),
            type,
            kind,
            given.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1",
            given.Port ?? 8080,
            given.Health ?? "/health");
        foreach (var file in Scaffold.Write(request))
            screen.Data.Profile.Out.Writer.WriteLine(file);
        screen.Talk.WriteLine($"Next: landfall validate {FolderArgument.Of(given.Folder)}, then landfall deploy {FolderArgument.Of(given.Folder)} --local");
        return ExitCode.Done;
    }

    private static async Task<string> AskAsync(Screen screen, string question, string otherwise, CancellationToken cancellation) =>
        screen.Interactive
            ? await Questions.AskAsync(screen, new TextPrompt<string>(question).DefaultValue(otherwise).Validate(CheckName), cancellation).ConfigureAwait(false)
            : otherwise;

    private static ValidationResult CheckName(string name) => ProjectDetector.Name(name) is var proper && proper == name
        ? ValidationResult.Success()
        : ValidationResult.Error($"Lower-case letters, digits and single hyphens, at most 20, beginning with a letter: for example {proper}.");

    private static async Task<T> ChooseAsync<T>(
        Screen screen, string question, string option, IReadOnlyList<T> choices, CancellationToken cancellation)
        where T : notnull
    {
        if (!screen.Interactive)
            throw new LandfallException(ErrorCodes.AnswerNeeded, $"{question} There is no terminal to ask on; add {option}: {string.Join(", ", choices.Select(Word))}.");

        // A list to move in needs a terminal that can move its cursor.
        IPrompt<T> prompt = screen.Talk.Profile.Capabilities.Ansi
            ? new SelectionPrompt<T>().Title(question).AddChoices(choices).UseConverter(Word)
            : new TextPrompt<T>(question).AddChoices(choices).WithConverter(Word);
        return await Questions.AskAsync(screen, prompt, cancellation).ConfigureAwait(false);
    }

    private static string Word<T>(T choice)
        where T : notnull => choice.ToString()!.ToLowerInvariant();
}
