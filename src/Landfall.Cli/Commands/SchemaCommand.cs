using System.CommandLine;
using Landfall.Config.Schema;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall schema</c>: the JSON Schema that editors complete and check the file with.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("schema", "Print the JSON Schema of the file, for editors.");
        command.SetAction(_ =>
        {
            context.Screen.Data.Profile.Out.Writer.Write(ConfigSchema.Write());
            return ExitCode.Done;
        });
        return command;
    }
}
