using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.OneOff;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall run</c>: a command as a task of its own. It ends with the command's exit code.</summary>
internal static class RunCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, command, folder) = (SharedOptions.Named("service"), SharedOptions.Named("command"), SharedOptions.Folder());
        command.Arity = ArgumentArity.ZeroOrOne;
        var (env, local) = (SharedOptions.Env(), SharedOptions.Local());
        var variables = new Option<string[]>("--env-var") { HelpName = "NAME=value", Description = "A variable besides those of the service, or in the place of one. Whoever may read the account sees it." };
        var secrets = new Option<string[]>("--secret-var")
        {
            HelpName = "NAME",
            Description = "A variable whose value is secret: it is asked for, or read from standard input, where several have a line 'NAME=value' each.",
        };
        var (shell, release) = (new Option<bool>("--shell"), new Option<bool>("--release"));
        var (follow, detach) = (new Option<bool>("--follow", "-f") { Description = "Show what it writes until it ends, as without it." }, new Option<bool>("--detach", "-d"));
        var exitCode = ExitCode.Done;
        var door = new Door<RunParameters, RunReport>(context, new RunOperation(), service, command, folder, env, local, variables, secrets, shell, release, follow, detach)
        {
            Read = line =>
            {
                var (said, where) = Words(line.GetValue(command), line.GetValue(folder)!);
                var names = line.GetValue(secrets) ?? [];
                return new RunParameters(
                    line.GetValue(service)!, said, where, line.GetValue(env), line.GetValue(local), line.GetValue(variables) ?? [],
                    names.Length == 0 ? new Dictionary<string, string>() : SecretInput.Read(names, context.Screen.Input.ReadToEnd()),
                    line.GetValue(shell), line.GetValue(release), line.GetValue(detach));
            },
            AskAsync = async (screen, parameters, stop) =>
            {
                var values = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var name in parameters.Secrets.Keys)
                    values[name] = await Questions.SecretAsync(screen, $"Value of '{name}':", stop).ConfigureAwait(false);
                return parameters with { Secrets = values };
            },
            FollowAsync = async (screen, report, json, stop) => exitCode = await FollowAsync(screen, report, json, stop).ConfigureAwait(false),
            Code = (_, _) => exitCode,
        };
        door.Validators.Add(line =>
        {
            if (line.GetValue(follow) && line.GetValue(detach))
                line.AddError("'--follow' shows what the command writes until it ends, and '--detach' does not. Leave one of the two out.");
        });
        return door;
    }

    /// <summary>Shows what becomes of a command: what it writes on standard output, all else beside it.</summary>
    internal static async Task<int> FollowAsync(Screen screen, RunReport report, bool json, CancellationToken stop)
    {
        var code = ExitCode.Done;
        var text = new LogLineText(colours: false);
        await foreach (var step in report.Steps.WithCancellation(stop).ConfigureAwait(false))
        {
            if (json)
                JsonOutput.WriteLine(screen, step);
            else if (step.Task is { } task)
                screen.Talk.WriteLine($"Task {task[(task.LastIndexOf('/') + 1)..]} of {report.Service} in {report.App} {report.Environment} has started. Its log: landfall logs {report.Service} --env {report.Environment}");
            else if (step.Line is { } line)
                screen.Data.Profile.Out.Writer.WriteLine(text.MessageOf(line));
            else if (step.End is { ExitCode: not 0 } end)
                screen.Talk.WriteLine($"The command has ended with exit code {end.ExitCode}{(end.Reason.Length > 0 ? $": {end.Reason}" : "")}");
            code = step.End?.ExitCode ?? code;
        }

        return code;
    }

    /// <summary>A job needs no command: the one word behind it is the folder where it is one, and written as one.</summary>
    private static (string? Command, string Folder) Words(string? command, string folder) =>
        command is not null && folder == "." && ServiceWords.IsFolder(command) && Directory.Exists(command) ? (null, command) : (command, folder);
}
