using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations;
using Landfall.Operations.LocalAws;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall local</c>: the AWS on this machine.</summary>
internal static class LocalCommand
{
    public static Command Create(CommandContext context) =>
        new("local", "Run services on this machine; start, stop or look at the local AWS, which 'deploy --local' deploys to.")
        {
            LocalRunCommand.Create(context),
            Door(context, new LocalStartOperation(), (screen, status) => screen.Data.Profile.Out.Writer.WriteLine(status.Endpoint)),
            Door(context, new LocalStopOperation(), (_, _) => { }),
            Door(context, new LocalStatusOperation(), Render),
        };

    private static Door<NoParameters, LocalAwsStatus> Door(
        CommandContext context, Operation<NoParameters, LocalAwsStatus> operation, Action<Screen, LocalAwsStatus> render) =>
        new(context, operation) { Read = _ => new NoParameters(), Render = render };

    private static void Render(Screen screen, LocalAwsStatus status)
    {
        if (!status.Running)
        {
            screen.Talk.WriteLine("The local AWS does not run; 'landfall local start' starts it.");
            return;
        }

        screen.Talk.WriteLine($"The local AWS has run since {status.Started:u} (process {status.ProcessId}). Look at it with:");
        screen.Talk.Profile.Out.Writer.WriteLine($"  {LocalAwsUse.Line(status.Endpoint!, "us-east-1", "cloudformation list-stacks")}"); // copied, so not broken
        screen.Data.Profile.Out.Writer.WriteLine(status.Endpoint);
    }
}
