using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.Logs;
using Landfall.Operations.Queues;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall queue</c>: messages that could not be handled.</summary>
internal static class QueueCommand
{
    public static Command Create(CommandContext context) => new("queue", "Messages of queues that could not be handled.")
    {
        Peek(context),
        Redrive(context),
    };

    private static Door<QueuePeekParameters, PeekedMessages> Peek(CommandContext context)
    {
        var (queue, folder, env, local, yes) = (SharedOptions.Named("queue"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var (most, live) = (new Option<int>("--most") { HelpName = "number", DefaultValueFactory = _ => QueuePeekParameters.Few }, new Option<bool>("--live"));
        return new Door<QueuePeekParameters, PeekedMessages>(context, new QueuePeekOperation(), queue, folder, env, local, most, live, yes)
        {
            Read = line => new QueuePeekParameters(line.GetValue(queue)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(most), line.GetValue(live)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = Render,
        };
    }

    private static Door<QueueRedriveParameters, RedrivenMessages> Redrive(CommandContext context)
    {
        var (queue, folder, env, local, yes) = (SharedOptions.Named("queue"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), SharedOptions.Yes());
        var (rate, dryRun) = (new Option<int?>("--rate") { HelpName = "number" }, new Option<bool>("--dry-run") { Description = "Show what would be done, and do nothing." });
        return new Door<QueueRedriveParameters, RedrivenMessages>(context, new QueueRedriveOperation(), queue, folder, env, local, rate, dryRun, yes)
        {
            Read = line => new QueueRedriveParameters(line.GetValue(queue)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(rate), line.GetValue(dryRun)),
            Agree = line => new Agreed(line.GetValue(yes)),
            Render = (screen, moved) => screen.Talk.WriteLine((moved.DryRun, moved.Dead) switch
            {
                (_, 0) => $"The dead-letter queue of {moved.Queue} in {moved.App} {moved.Environment} is empty.",
                (true, var dead) => $"About {dead} messages would go back into {moved.Queue} of {moved.App} {moved.Environment}. Nothing was done: this was a dry run.",
                _ => $"About {moved.Moved} messages are back in {moved.Queue} of {moved.App} {moved.Environment}.",
            }),
        };
    }

    private static void Render(Screen screen, PeekedMessages found)
    {
        // What programs have sent is not trusted, as in logs.
        var text = new LogLineText(colours: false);
        var data = screen.Data.Profile.Out.Writer;
        foreach (var message in found.Messages)
        {
            data.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{message.Sent.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z  {message.Id}  received {message.Received} times"));
            data.WriteLine($"  {text.MessageOf(new LogEntry(message.Sent, found.Queue, "", "", LogLevel.None, message.Body)).Replace("\n", "\n  ", StringComparison.Ordinal)}");
        }

        screen.Talk.WriteLine($"{found.Messages.Count} of about {found.Waiting} messages in {(found.Live ? "" : "the dead-letter queue of ")}{found.Queue} of {found.App} {found.Environment}.");
    }
}
