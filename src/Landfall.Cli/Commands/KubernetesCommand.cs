using System.CommandLine;
using Landfall.Cli.Terminal;
using Landfall.Operations.Kubernetes;

namespace Landfall.Cli.Commands;

/// <summary><c>landfall k8s</c>: Kubernetes clusters.</summary>
internal static class KubernetesCommand
{
    public static Command Create(CommandContext context) => new("k8s", "Kubernetes clusters.")
    {
        Diagnose(context),
    };

    private static Door<DiagnoseParameters, ClusterReport> Diagnose(CommandContext context)
    {
        var (snapshot, space, cluster) = (new Option<string?>("--snapshot") { HelpName = "folder" }, new Option<string?>("--namespace", "-n") { HelpName = "name" }, new Option<string?>("--context") { HelpName = "name" });
        return new Door<DiagnoseParameters, ClusterReport>(context, new DiagnoseOperation(), snapshot, space, cluster)
        {
            Read = line => new DiagnoseParameters(line.GetValue(snapshot), line.GetValue(space), line.GetValue(cluster)),
            Render = (screen, report) => DiagnosisRendering.Write(screen, report, everything: false),
            Detail = (screen, report) => DiagnosisRendering.Write(screen, report, everything: true),
        };
    }
}
