using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Opening;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall open</c>.</summary>
internal static class OpenCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder, env, local) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<OpenParameters, PublicAddress>(context, new OpenOperation(), service, folder, env, local)
        {
            Read = line => new OpenParameters(line.GetValue(service)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = Render,
        };
    }

    private static void Render(Screen screen, PublicAddress address)
    {
        screen.Data.Profile.Out.Writer.WriteLine(address.Url.OriginalString);
        if (screen.Interactive && !Browser.TryOpen(address.Url))
            screen.Talk.WriteLine("No browser could be started here.");
    }
}
