using System.CommandLine;
using Landfall.Operations.Releases;
using Spectre.Console;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall release</c>: brings a service to another image.</summary>
internal static class ReleaseCommand
{
    public static Command Create(CommandContext context)
    {
        var service = SharedOptions.Named("service");
        var image = new Option<string>("--image") { HelpName = "tag", Required = true };
        var (folder, env, local, app) = (SharedOptions.Folder(), SharedOptions.Env(), SharedOptions.Local(), new Option<string?>("--app"));
        return new Door<ReleaseParameters, ReleaseReport>(context, new ReleaseOperation(), service, folder, image, env, local, app)
        {
            Read = line => new ReleaseParameters(
                line.GetValue(service)!, line.GetValue(image)!, line.GetValue(folder)!, line.GetValue(env), line.GetValue(local), line.GetValue(app)),
            Render = (screen, report) => screen.Talk.WriteLine(
                $"{report.Service} of {report.App} {report.Environment} {(report.Changed ? "runs" : "runs already")} {report.Image}."),
        };
    }
}
