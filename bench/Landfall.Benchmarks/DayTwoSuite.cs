using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Landfall.Benchmarks;

/// <summary>The measurements of what is asked of a system that runs.</summary>
/// <param name="programs">The programs.</param>
/// <param name="folder">Where projects go.</param>
/// <param name="repetitions">How often each runs.</param>
internal sealed class DayTwoSuite(Programs programs, string folder, int repetitions)
{
    private const int Services = 20;
    private const int Lines = 200_000;

    private readonly Runner _runner = new(programs.Environment);

    /// <summary>Measures.</summary>
    /// <returns>The figures.</returns>
    public IReadOnlyList<Figure> Run()
    {
        var start = Repeat("start (--help)", [programs.Landfall, "--help"], []);
        return [new(start, 0.15), .. Logs(), Follow(), .. Status(start)];
    }

    /// <summary>All lines of a log, through a filter that takes them all and the printer; 50,000 a second at least.</summary>
    private IEnumerable<Figure> Logs()
    {
        var project = ProjectWriter.Write(Path.Combine(folder, "logs"), 1, logLevel: "info", account: null);
        using var source = new LogSource(FreePort(), Lines);
        yield return new(Repeat($"logs, {Lines} lines", [programs.Landfall, "logs", project, "--env", "prod", "--filter", "/order/"], OnAws(source.Endpoint)), Lines / 50_000.0);
    }

    /// <summary>From a line's being in the log to its being shown: two seconds at most, whenever between two looks it comes.</summary>
    private Figure Follow()
    {
        var project = ProjectWriter.Write(Path.Combine(folder, "follow"), 1, logLevel: "info", account: null);
        using var log = new GrowingLog(FreePort());
        var follower = new Follower(programs.Environment.Concat(OnAws(log.Endpoint)));
        return new(follower.Measure("logs --follow, slowest of 5 lines", [programs.Landfall, "logs", project, "--env", "prod", "--follow"], log, 3 * repetitions), 2);
    }

    /// <summary>The state of twenty services on the local AWS, against its slowest call and the start of a process.</summary>
    private IEnumerable<Figure> Status(Measurement start)
    {
        var project = ProjectWriter.Write(Path.Combine(folder, "status"), Services, logLevel: "info", account: null);
        var home = new Dictionary<string, string> { ["LANDFALL_HOME"] = Path.Combine(folder, "home"), ["CI"] = "true" };
        try
        {
            _runner.Run([programs.Landfall, "deploy", project, "--env", "prod", "--local", "--yes", "--accept", "all"], home);
            using var recorder = new CallRecorder(FreePort(), Endpoint());
            var slowest = new List<double>();
            var status = Repeat($"status, {Services} services", [programs.Landfall, "status", project, "--env", "prod"], OnAws(recorder.Endpoint), () =>
            {
                var (seconds, calls) = recorder.Take();
                slowest.Add(seconds + start.Median);
                Console.Error.WriteLine($"  {calls} calls, the slowest {seconds:0.000} s");
            });
            yield return new(status, 1.5, new Measurement("slowest call + start", [.. slowest.Skip(1)], 0));
        }
        finally
        {
            _runner.Run([programs.Landfall, "local", "stop"], home);
        }
    }

    // The local AWS of this run's own home says there where it is.
    private string Endpoint() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "home", "local", "state.json"))).RootElement.GetProperty("endpoint").GetString()!;

    private Dictionary<string, string> OnAws(string endpoint) => new()
    {
        ["LANDFALL_HOME"] = Path.Combine(folder, "home"),
        ["AWS_ENDPOINT_URL"] = endpoint,
        ["AWS_ACCESS_KEY_ID"] = "bench",
        ["AWS_SECRET_ACCESS_KEY"] = "bench",
        ["CI"] = "true",
    };

    // The first run brings files into memory and does not count.
    private Measurement Repeat(string name, IReadOnlyList<string> program, Dictionary<string, string> variables, Action? after = null)
    {
        var runs = new List<(double Seconds, long PeakBytes)>();
        for (var run = 0; run <= 3 * repetitions; run++)
        {
            Console.Error.WriteLine($"{name}: {(run == 0 ? "warm-up" : $"run {run} of {3 * repetitions}")}");
            runs.Add(_runner.Run(program, variables));
            after?.Invoke();
        }

        return new Measurement(name, [.. runs.Skip(1).Select(r => r.Seconds)], runs.Skip(1).Max(r => r.PeakBytes));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
