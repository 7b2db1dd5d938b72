using System.CommandLine;

namespace Landfall.Cli.Commands;

/// <summary>Arguments and options that mean the same in every command that has them.</summary>
internal static class SharedOptions
{
    public static Argument<string> Folder()
    {
        var folder = Named("folder");
        folder.DefaultValueFactory = _ => ".";
        return folder;
    }

    public static Argument<string> Named(string name)
    {
        var argument = new Argument<string>(name);
        argument.Validators.Add(result =>
        {
            // A misspelt option would otherwise be taken for it; a hyphen alone is standard input.
            if (result.Tokens.FirstOrDefault(t => t.Value is ['-', _, ..]) is { } token)
                result.AddError($"'{token.Value}' is not an option of this command.");
        });
        return argument;
    }

    public static Option<string?> Env() => new("--env", "-e");

    public static Option<bool> Json() => new("--json") { Description = "Write JSON to standard output." };

    public static Option<bool> Yes() => new("--yes", "-y") { Description = "Answer every question with yes." };

    public static Option<bool> Local() => new("--local");

    public static Option<string[]> Accept() => new("--accept")
    {
        AllowMultipleArgumentsPerToken = true,
        Description = "Agree to these harmful effects, by their ids or by the change's digest, as 'diff' shows them; 'all' agrees to whatever it does.",
        HelpName = "effect",
    };

    public static Option<string[]> Images() => new("--images") { HelpName = "folder" };

    public static Option<bool> ChangeExitCode() => new("--exit-code") { Description = "End with 4 when there is a change." };
}
