using System.CommandLine;
using Landfall.Cli.Terminal;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall completion</c>: prints what a shell needs to complete Landfall's words.</summary>
internal static class CompletionCommand
{
    // Each asks the program itself ("[suggest:POSITION]"), so completions never go stale.
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _landfall() {
              mapfile -t COMPREPLY < <(compgen -W "$(landfall "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}")
            }
            complete -o default -F _landfall landfall
            """,
        ["zsh"] = """
            _landfall() {
              local -a words_found
              words_found=("${(@f)$(landfall "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a words_found || _files
            }
            compdef _landfall landfall
            """,
        ["fish"] = """
            complete -c landfall -a '(landfall "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
            """,
    };

    public static Command Create(CommandContext context)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var json = SharedOptions.Json();
        var command = new Command("completion", "Print the completion script of a shell.") { shell, json };
        command.SetAction(result =>
        {
            var name = result.GetValue(shell)!;
            if (result.GetValue(json))
                JsonOutput.Write(context.Screen, new { Shell = name, Script = Scripts[name] });
            else
                context.Screen.Data.Profile.Out.Writer.WriteLine(Scripts[name]);
            return ExitCode.Done;
        });
        return command;
    }
}
