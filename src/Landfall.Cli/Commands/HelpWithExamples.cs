using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Landfall.Cli.Commands;

/// <summary>The usual help, then the command's examples.</summary>
/// <param name="usual">The help of the command-line library.</param>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <summary>Adds examples to the help of a command and all below it.</summary>
    /// <param name="root">The root command.</param>
    /// <returns>The same.</returns>
    public static RootCommand AddTo(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>A command with its parents, as it is typed.</summary>
    /// <param name="command">The command.</param>
    /// <returns>For example <c>landfall network plan</c>.</returns>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "landfall";

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in CommandExamples.Of(PathOf(parseResult.CommandResult.Command)))
            output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
