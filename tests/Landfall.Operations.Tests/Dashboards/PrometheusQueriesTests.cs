using System.Diagnostics;
using System.Text;
using Landfall.Operations.Dashboards;

namespace Landfall.Operations.Tests.Dashboards;

/// <summary>Runs the queries in Prometheus' own engine, over series as collectors write them.</summary>
public sealed class PrometheusQueriesTests
{
    private const string Series = """
        rule_files: []
        evaluation_interval: 1m
        tests:
          - interval: 1m
            input_series:
              - { series: 'http_server_request_duration_seconds_count{job="shop-dev/api",instance="a",http_response_status_code="200"}', values: '0+90x20' }
              - { series: 'http_server_request_duration_seconds_count{job="shop-dev/api",instance="b",http_response_status_code="200"}', values: '500+90x20' }
              - { series: 'http_server_request_duration_seconds_count{job="shop-dev/api",instance="b",http_response_status_code="503"}', values: '0+20x20' }
              - { series: 'http_server_request_duration_seconds_count{job="shop-prod/api",instance="a",http_response_status_code="500"}', values: '0+1000x20' }
              - { series: 'http_server_request_duration_seconds_bucket{job="shop-dev/api",instance="a",le="0.1"}', values: '0+100x20' }
              - { series: 'http_server_request_duration_seconds_bucket{job="shop-dev/api",instance="a",le="0.5"}', values: '0+190x20' }
              - { series: 'http_server_request_duration_seconds_bucket{job="shop-dev/api",instance="a",le="+Inf"}', values: '0+200x20' }
              - { series: 'http_server_duration_milliseconds_count{job="shop-dev/old",instance="a",http_status_code="200"}', values: '0+150x20' }
              - { series: 'http_server_duration_milliseconds_count{job="shop-dev/old",instance="a",http_status_code="500"}', values: '0+50x20' }
              - { series: 'http_server_duration_milliseconds_bucket{job="shop-dev/old",instance="a",le="100"}', values: '0+100x20' }
              - { series: 'http_server_duration_milliseconds_bucket{job="shop-dev/old",instance="a",le="500"}', values: '0+200x20' }
              - { series: 'http_server_duration_milliseconds_bucket{job="shop-dev/old",instance="a",le="+Inf"}', values: '0+200x20' }
              - { series: 'http_server_request_duration_seconds_count{job="shop-dev/well",instance="a",http_response_status_code="200"}', values: '0+60x20' }
              - { series: 'target_info{job="shop-dev/api",instance="a",aws_ecs_task_revision="7"}', values: '1x20' }
              - { series: 'target_info{job="shop-dev/api",instance="b",aws_ecs_task_revision="8"}', values: '_x11 1x8' }
              - { series: 'target_info{job="shop-prod/api",instance="b",aws_ecs_task_revision="9"}', values: '_x11 1x8' }
            promql_expr_test:

        """;

    [Fact]
    public void Queries_OverWhatCollectorsWrite_GiveWhatIsToBeSeen()
    {
        List<(string Query, int Minute, string Expected)> cases =
        [
            (PrometheusQueries.Requests("shop-dev/api"), 20, Value(200)),
            (PrometheusQueries.Requests("shop-dev/old"), 20, Value(200)),
            (PrometheusQueries.Requests("shop-dev/none"), 20, "[]"),
            (PrometheusQueries.Errors("shop-dev/api"), 20, Value(10)),
            (PrometheusQueries.Errors("shop-dev/old"), 20, Value(25)),
            (PrometheusQueries.Errors("shop-dev/well"), 20, Value(0)),
            (PrometheusQueries.Errors("shop-dev/none"), 20, "[]"),
            (PrometheusQueries.Time("shop-dev/api", 0.5), 20, Value(0.1)),
            (PrometheusQueries.Time("shop-dev/api", 0.95), 20, Value(0.5)),
            (PrometheusQueries.Time("shop-dev/old", 0.75), 20, Value(0.3)),
            (PrometheusQueries.Time("shop-dev/none", 0.99), 20, "[]"),
            (PrometheusQueries.Deployments(["shop-dev/api", "shop-dev/old"]), 9, "[]"),
            (PrometheusQueries.Deployments(["shop-dev/api", "shop-dev/old"]), 14, """[{ labels: '{job="shop-dev/api", aws_ecs_task_revision="8"}', value: 1 }]"""),
            (PrometheusQueries.Deployments(["shop-dev/api", "shop-dev/old"]), 19, "[]"),
        ];

        var (code, output) = Run(cases);

        Assert.True(code == 0, output);
    }

    /// <summary>A run that found nothing wrong whatever is asked would prove nothing.</summary>
    [Fact]
    public void Queries_AnotherValue_IsNotFound()
    {
        var (code, output) = Run([(PrometheusQueries.Requests("shop-dev/api"), 20, Value(201))]);

        Assert.Equal(1, code);
        Assert.Contains("FAILED", output, StringComparison.Ordinal);
    }

    private static string Value(double value) => FormattableString.Invariant($"[{{ labels: '{{}}', value: {value} }}]");

    private static (int Code, string Output) Run(IEnumerable<(string Query, int Minute, string Expected)> cases)
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "promtool")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "'promtool' is not installed (apt-get install prometheus).");
        var text = new StringBuilder(Series);
        foreach (var (query, minute, expected) in cases)
        {
            // Its units of time are whole here, and its numbers as exact as anybody can see.
            var expression = $"round({query.Replace(PrometheusQueries.Window, "5m", StringComparison.Ordinal)}, 0.001)";
            text.Append(FormattableString.Invariant($"      - {{ expr: '{expression}', eval_time: {minute}m, exp_samples: {expected} }}\n"));
        }

        using var folder = new TemporaryFolder();
        folder.Write("queries.yml", text.ToString());
        using var run = Process.Start(new ProcessStartInfo(program!, ["test", "rules", Path.Combine(folder.Path, "queries.yml")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = run.StandardOutput.ReadToEndAsync();
        var errors = run.StandardError.ReadToEnd();
        run.WaitForExit();
        return (run.ExitCode, output.GetAwaiter().GetResult() + errors);
    }
}
