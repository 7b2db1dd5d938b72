using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Asking;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall ask</c>: a question about an environment.</summary>
internal static class AskCommand
{
    public static Command Create(CommandContext context)
    {
        var (question, folder, env, local) = (SharedOptions.Named("question"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local());
        return new Door<AskParameters, Answer>(context, new AskOperation(), question, folder, env, local)
        {
            Read = line => new AskParameters(line.GetValue(question)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local)),
            Render = Render,
        };
    }

    internal static void Render(Screen screen, Answer answer)
    {
        if (answer.Understood is { } understood)
            screen.Talk.WriteLine(understood);
        screen.Data.WriteLine(answer.Text);
        foreach (var figure in answer.Figures)
            screen.Data.WriteLine($"  {figure}");
        foreach (var command in answer.Evidence)
            screen.Data.WriteLine($"> {command}");
    }
}
