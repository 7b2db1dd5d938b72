using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Top;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall top</c>.</summary>
internal static class TopCommand
{
    public static Command Create(CommandContext context)
    {
        var words = new ServiceWords();
        var (env, local) = (SharedOptions.Env(), SharedOptions.Local());
        return new Door<TopParameters, EnvironmentUse>(context, new TopOperation(), words.Services, words.Folder, env, local)
        {
            Read = line =>
            {
                var (folder, services) = words.Read(line);
                return new TopParameters(folder, services, line.GetValue(env), line.GetValue(local));
            },
            Render = Render,
        };
    }

    internal static void Render(Screen screen, EnvironmentUse use)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("SERVICE", "CPU", "AT MOST", "OF", "MEMORY", "AT MOST", "OF");
        foreach (var service in use.Services)
        {
            table.AddRow(
                Markup.Escape(service.Service),
                Percent(service.Cpu),
                Percent(service.CpuMost),
                string.Create(CultureInfo.InvariantCulture, $"{service.TaskCpu / 1024.0:0.##} vCPU"),
                Percent(service.Memory),
                Percent(service.MemoryMost),
                string.Create(CultureInfo.InvariantCulture, $"{service.TaskMemory} MiB"));
        }

        screen.Data.Write(table);
        if (use.Services.All(service => service.Cpu is null))
            screen.Talk.WriteLine("CloudWatch has no value of the last 15 minutes: no task runs, or it has just begun to. The local AWS measures nothing.");
    }

    private static string Percent(double? value) => value is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} %") : "–";
}
