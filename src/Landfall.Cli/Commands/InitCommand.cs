using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Operations.Init;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall init</c>: by flags or by questions.</summary>
internal static class InitCommand
{
    private static readonly string[] Kinds = [.. Enum.GetValues<ProjectKind>().Select(Word)];

    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        var (app, service, region, health) = (
            new Option<string?>("--app"), new Option<string?>("--service"), new Option<string?>("--region"), new Option<string?>("--health"));
        var type = new Option<string?>("--type");
        type.AcceptOnlyFromAmong([.. InitOperation.Types]);
        var kind = new Option<string?>("--kind");
        kind.AcceptOnlyFromAmong(Kinds);
        var port = new Option<int?>("--port");
        var here = new Option<bool>("--here");
        return new Door<InitParameters, NewProject>(context, new InitOperation(), folder, app, service, type, kind, region, port, health, here)
        {
            Read = line => new InitParameters(
                line.GetValue(folder)!, line.GetValue(app), line.GetValue(service), line.GetValue(type),
                line.GetValue(kind) is { } named ? Enum.Parse<ProjectKind>(named, ignoreCase: true) : null,
                line.GetValue(region), line.GetValue(port), line.GetValue(health), line.GetValue(here)),
            AskAsync = AskAsync,
            Render = Render,
        };
    }

    private static async Task<InitParameters> AskAsync(Screen screen, InitParameters given, CancellationToken stop)
    {
        if (!given.Here && ProjectDetector.SystemAround(given.Folder) is { } repository)
        {
            var folder = await ChooseAsync(screen, "Which folder is the system's?", [repository, Path.GetFullPath(given.Folder)], stop, path => path).ConfigureAwait(false);
            given = given with { Folder = folder, Here = true };
        }

        Scaffold.RefuseExisting(given.Folder); // before any question
        if (given.Kind is null && ProjectDetector.Detect(given.Folder) is null && ProjectDetector.Below(given.Folder).Count > 0)
            return given with { App = given.App ?? await NameAsync(screen, "Name of the application?", ProjectDetector.Name(given.Folder), stop).ConfigureAwait(false) };
        var kind = given.Kind ?? ProjectDetector.Detect(given.Folder)
            ?? await ChooseAsync(screen, "What is the code written in?", Enum.GetValues<ProjectKind>(), stop).ConfigureAwait(false);
        var app = given.App ?? await NameAsync(screen, "Name of the application?", ProjectDetector.Name(given.Folder), stop).ConfigureAwait(false);
        var type = given.Type ?? (kind == ProjectKind.Static
            ? "site"
            : await ChooseAsync(screen, "What is the first service?", InitOperation.Types, stop).ConfigureAwait(false));
        var service = given.Service
            ?? await NameAsync(screen, "Name of the service?", InitOperation.ServiceName(app, type), stop).ConfigureAwait(false);
        return given with { App = app, Service = service, Type = type, Kind = kind };
    }

    private static void Render(Screen screen, NewProject project)
    {
        foreach (var file in project.Files)
            screen.Data.Profile.Out.Writer.WriteLine(file);
        var folder = FolderArgument.Of(project.Folder);
        screen.Talk.WriteLine($"Next: landfall validate {folder}, then landfall deploy {folder} --local");
    }

    private static Task<string> NameAsync(Screen screen, string question, string otherwise, CancellationToken stop) =>
        Questions.AskAsync(screen, new TextPrompt<string>(question).DefaultValue(otherwise).Validate(CheckName), stop);

    private static ValidationResult CheckName(string name) => ProjectDetector.Name(name) is var proper && proper == name
        ? ValidationResult.Success()
        : ValidationResult.Error($"Lower-case letters, digits and single hyphens, at most 20, beginning with a letter: for example {proper}.");

    private static Task<T> ChooseAsync<T>(Screen screen, string question, IReadOnlyList<T> choices, CancellationToken stop, Func<T, string>? word = null)
        where T : notnull
    {
        word ??= Word;
        // A list to move in needs a terminal that can move its cursor.
        IPrompt<T> prompt = screen.Talk.Profile.Capabilities.Ansi
            ? new SelectionPrompt<T>().Title(question).AddChoices(choices).UseConverter(word)
            : new TextPrompt<T>(question).AddChoices(choices).WithConverter(word);
        return Questions.AskAsync(screen, prompt, stop);
    }

    private static string Word<T>(T choice)
        where T : notnull => choice.ToString()!.ToLowerInvariant();
}
