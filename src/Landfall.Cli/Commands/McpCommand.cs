using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Config;
using Landfall.Mcp;
using Landfall.Operations.Assistants;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall mcp</c>: another door to the operations, which an assistant's program starts.</summary>
internal static class McpCommand
{
    private const string WriteText = "Offer tools that change something, too. A person is asked before each change.";
    private const string SensitiveText = "Offer tools that may show lines of logs, messages, variables and names of secrets, too.";

    public static Command Create(CommandContext context)
    {
        var folder = SharedOptions.Folder();
        folder.Description = "The folder that it serves; nothing outside is read or written for an assistant.";
        var write = new Option<bool>("--allow-write") { Description = WriteText };
        var sensitive = new Option<bool>("--allow-sensitive-data-access") { Description = SensitiveText };
        var command = new Command("mcp", "Serve an assistant that speaks the Model Context Protocol, over standard input and output, until it ends.") { folder, write, sensitive, Config(context) };
        command.SetAction((line, stop) => ServeAsync(context, line.GetValue(folder)!, line.GetValue(write), line.GetValue(sensitive), stop));
        return command;
    }

    private static async Task<int> ServeAsync(CommandContext context, string folder, bool write, bool sensitive, CancellationToken stop)
    {
        if (!Directory.Exists(folder))
            throw new LandfallException(ErrorCodes.McpFolder, $"'{Path.GetFullPath(folder)}' is no folder. Name the one with landfall.yaml, or with the code.");
        if (context.Screen.Interactive)
            context.Screen.Talk.WriteLine("Waiting for an assistant's program on standard input, which is a terminal now. 'landfall mcp config' has such a program start this by itself.");
        await LandfallMcpServer.ServeProcessAsync(
            new McpSettings(new WorkFolder(folder), write, sensitive) { Person = context.Caller.Name, Time = context.Time, Log = Log(context.Screen), Operations = OfferedOperations.All }, stop).ConfigureAwait(false);
        return ExitCode.Done;
    }

    /// <summary>Writes to standard error, from any thread: standard output has the protocol alone.</summary>
    private static Action<string> Log(Screen screen)
    {
        var one = new Lock();
        return line =>
        {
            lock (one)
                screen.Talk.Profile.Out.Writer.WriteLine(line);
        };
    }

    private static Door<McpConfigParameters, McpConfigured> Config(CommandContext context)
    {
        var client = new Argument<Assistant>("client");
        var folder = SharedOptions.Folder();
        var (write, sensitive, dryRun) = (new Option<bool>("--allow-write"), new Option<bool>("--allow-sensitive-data-access"), new Option<bool>("--dry-run"));
        return new Door<McpConfigParameters, McpConfigured>(context, new McpConfigOperation(), client, folder, write, sensitive, dryRun)
        {
            Read = line => new McpConfigParameters(line.GetValue(client), line.GetValue(folder)!, line.GetValue(write), line.GetValue(sensitive), line.GetValue(dryRun)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, McpConfigured configured)
    {
        if (configured.DryRun)
            screen.Data.Profile.Out.Writer.Write(configured.Text);
        screen.Talk.WriteLine(configured switch
        {
            { DryRun: true } => $"{configured.File} would hold this. Nothing was written.",
            { Changed: true } => $"{configured.File} starts the server now. Open the folder anew in the program; it asks once whether it may.",
            _ => $"{configured.File} starts the server already.",
        });
    }
}
