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

    public static Command Create(CommandContext context)
    {
        var folder = new Argument<string>("folder") { Description = "The folder with the code.", DefaultValueFactory = _ => "." };
        var app = new Option<string?>("--app") { Description = "The application's name; the folder's by default." };
        var service = new Option<string?>("--service") { Description = "The first service's name; the application's by default." };
        var type = new Option<string?>("--type") { Description = "The first service's type." };
        type.AcceptOnlyFromAmong(Types);
        var kind = new Option<ProjectKind?>("--kind") { Description = "What the code is written in; found out from the folder by default." };
        var region = new Option<string?>("--region") { Description = "The AWS region; AWS_REGION or us-east-1 by default." };
        var port = new Option<int?>("--port") { Description = "The port that the container listens on; 8080 by default." };
        var health = new Option<string?>("--health") { Description = "The path of the health check; /health by default." };
        var command = new Command("init", "Write a commented landfall.yaml and a production Dockerfile.")
        {
            folder, app, service, type, kind, region, port, health,
        };
        command.SetAction(result => Run(
            context.Screen,
            new InitAnswers(
                result.GetValue(folder)!, result.GetValue(app), result.GetValue(service), result.GetValue(type),
                result.GetValue(kind), result.GetValue(region), result.GetValue(port), result.GetValue(health))));
        return command;
    }

    private static int Run(Screen screen, InitAnswers given)
    {
        var kind = given.Kind ?? ProjectDetector.Detect(given.Folder) ?? Choose(screen, "What is the code written in?", "--kind", Enum.GetValues<ProjectKind>());
        var app = given.App ?? Ask(screen, "Name of the application?", ProjectDetector.Name(given.Folder));
        var type = given.Type ?? (kind == ProjectKind.Static ? "site" : Choose(screen, "What is the first service?", "--type", Types));
        if ((kind == ProjectKind.Static) != (type == "site"))
            kind = kind == ProjectKind.Static
                ? throw new LandfallException("LF5081", $"Static files are a 'site', not a '{type}'. Name what the code is written in with --kind.")
                : ProjectKind.Static;
        var request = new InitRequest(
            given.Folder,
            app,
            given.Service ?? Ask(screen, "Name of the service?", type == "site" ? "web" : app),
            type,
            kind,
            given.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? "us-east-1",
            given.Port ?? 8080,
            given.Health ?? "/health");
        foreach (var file in Scaffold.Write(request))
            screen.Data.Profile.Out.Writer.WriteLine(file);
        screen.Talk.WriteLine($"Next: landfall validate {given.Folder}, then landfall deploy {given.Folder} --local");
        return ExitCode.Done;
    }

    private static string Ask(Screen screen, string question, string otherwise) =>
        screen.Interactive ? screen.Talk.Prompt(new TextPrompt<string>(question).DefaultValue(otherwise)) : otherwise;

    private static T Choose<T>(Screen screen, string question, string option, IReadOnlyList<T> choices)
        where T : notnull =>
        screen.Interactive
            ? screen.Talk.Prompt(new SelectionPrompt<T>().Title(question).AddChoices(choices))
            : throw new LandfallException("LF5082", $"{question} There is no terminal to ask on; add {option}: {string.Join(", ", choices).ToLowerInvariant()}.");
}
