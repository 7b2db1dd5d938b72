using System.CommandLine;
using System.Globalization;
using Landfall.Cli.Terminal;
using Landfall.Operations.Releases;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall releases</c>.</summary>
internal static class ReleasesCommand
{
    public static Command Create(CommandContext context)
    {
        var (service, folder, env, local, app) = (SharedOptions.Named("service"), SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--app"));
        return new Door<ReleasesParameters, ServiceReleases>(context, new ReleasesOperation(), service, folder, env, local, app)
        {
            Read = line => new ReleasesParameters(line.GetValue(service)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(app)),
            Render = Render,
        };
    }

    internal static void Render(Screen screen, ServiceReleases service)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("RELEASE", "WHEN (UTC)", "IMAGE", "BY", "COMMIT");
        foreach (var release in service.Releases)
        {
            table.AddRow(
                new Text(release.Number.ToString(CultureInfo.InvariantCulture)),
                new Text(release.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                new Text($"{release.Image.Split('@')[^1]}{(release.Operation == "release" ? "" : " (rollback)")}"),
                new Text(release.By),
                new Text(release.Commit ?? ""));
        }

        if (service.Releases.Count > 0)
            screen.Data.Write(table);
        else
            screen.Talk.WriteLine($"The trail knows of no release of {service.Service} in {service.App} {service.Environment}.");
        screen.Talk.WriteLine($"{service.Service} has {service.Image}.");
    }
}
