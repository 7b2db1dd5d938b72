using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads a probe such as <c>http-get http://:8080/health delay=5s timeout=1s period=10s #success=1 #failure=3</c>.</summary>
internal static partial class DescribedProbe
{
    /// <returns>The probe, or null where there is none.</returns>
    public static V1Probe? Read(string? text)
    {
        var read = Probe().Match(text ?? "");
        if (!read.Success)
            return null;
        var target = read.Groups["target"].Value;
        var port = Port().Match(target) is { Success: true } found ? (IntOrString)found.Groups[1].Value : null;
        var isNumber = int.TryParse(port?.Value, CultureInfo.InvariantCulture, out var number);
        return new V1Probe
        {
            HttpGet = read.Groups["kind"].Value == "http-get" ? new V1HTTPGetAction { Port = port, Path = Path().Match(target).Groups[1].Value } : null,
            TcpSocket = read.Groups["kind"].Value == "tcp-socket" ? new V1TCPSocketAction { Port = port } : null,
            Grpc = read.Groups["kind"].Value == "grpc" && isNumber ? new V1GRPCAction { Port = number } : null,
            Exec = read.Groups["kind"].Value == "exec" ? new V1ExecAction { Command = [target] } : null,
            InitialDelaySeconds = Number(read, "delay"),
            TimeoutSeconds = Number(read, "timeout"),
            PeriodSeconds = Number(read, "period"),
            FailureThreshold = Number(read, "failure"),
        };
    }

    private static int Number(Match read, string group) => int.Parse(read.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<kind>http-get|tcp-socket|grpc|exec)\s+(?<target>.*?)\s+delay=(?<delay>\d+)s timeout=(?<timeout>\d+)s period=(?<period>\d+)s #success=\d+ #failure=(?<failure>\d+)")]
    private static partial Regex Probe();

    [GeneratedRegex(@":([A-Za-z0-9-]+)(?:/|$| )")]
    private static partial Regex Port();

    [GeneratedRegex(@"//[^/]*(/\S*)")]
    private static partial Regex Path();
}
