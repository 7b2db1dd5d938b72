using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Config.Binding;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary>What to say about words that are no command and no option.</summary>
internal static class UsageAdvice
{
    /// <summary>What is wrong with a command line, and what was probably meant.</summary>
    /// <param name="parsed">A command line with errors.</param>
    /// <returns>The failure.</returns>
    public static Failure Failure(ParseResult parsed)
    {
        List<string> lines = [.. Errors(parsed), .. For(parsed), $"See '{Help(parsed)}'."];
        return new Failure(ErrorCodes.NotACommandLine, string.Join('\n', lines), ExitCode.Usage)
        {
            Say = screen => lines.ForEach(screen.Talk.WriteLine),
        };
    }

    /// <summary>What is wrong: of a misspelt command that, and not besides that a command is missing.</summary>
    /// <param name="parsed">A command line with errors.</param>
    /// <returns>The lines to say.</returns>
    public static IEnumerable<string> Errors(ParseResult parsed)
    {
        var errors = parsed.Errors.Select(e => e.Message);
        return parsed.CommandResult.Command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count > 0
            ? errors.Where(e => parsed.UnmatchedTokens.Any(word => e.Contains($"'{word}'", StringComparison.Ordinal)))
            : errors;
    }

    /// <summary>Finds what was probably meant.</summary>
    /// <param name="parsed">A command line with errors.</param>
    /// <returns>The lines to say: the misspelt word and the one that is near it.</returns>
    public static IReadOnlyList<string> For(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Select(o => o.Name).ToList();
        var commands = command.Subcommands.Select(c => c.Name).ToList();
        return [.. parsed.CommandResult.Tokens.Concat(parsed.CommandResult.Children.SelectMany(c => c.Tokens)).Select(t => t.Value)
            .Concat(parsed.UnmatchedTokens).Distinct()
            .Select(word => (Word: word, Meant: Suggestion.Nearest(word, word.StartsWith('-') ? options : commands)))
            .Where(pair => pair.Meant is not null && pair.Meant != pair.Word)
            .Select(pair => $"'{pair.Word}': did you mean '{pair.Meant}'?")];
    }

    /// <summary>The help to look at.</summary>
    /// <param name="parsed">A command line with errors.</param>
    /// <returns>A command line.</returns>
    public static string Help(ParseResult parsed) => $"{HelpWithExamples.PathOf(parsed.CommandResult.Command)} --help";
}
