using System.CommandLine;
using System.Text.Json.Nodes;
using Landfall.Operations;
using Landfall.Operations.Projects;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall schema</c>.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandContext context) => new Door<NoParameters, FileSchema>(context, new SchemaOperation())
    {
        Read = _ => new NoParameters(),
        Render = (screen, schema) => screen.Data.Profile.Out.Writer.Write(schema.Text),
        Data = schema => JsonNode.Parse(schema.Text)!, // the schema is JSON itself
    };
}
