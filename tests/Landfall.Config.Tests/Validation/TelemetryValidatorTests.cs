using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class TelemetryValidatorTests
{
    private const string Service = "\nservices: { api: { type: web, image: n } }";

    [Theory]
    [InlineData("cloudwatch", null)]
    [InlineData("zipkin", "4:12 LF1105")]
    [InlineData("prometheus", "4:12 LF1103")]
    [InlineData("{ backend: prometheus, endpoint: ws-1 }", "4:45 LF1107")]
    [InlineData("{ backend: prometheus, endpoint: https://p.example.com/api/v1/write }", null)]
    [InlineData("{ backend: prometheus, endpoint: https://p.example.com/api/v1/write, signals: [traces] }", "4:90 LF1105")]
    [InlineData("{ backend: amp, endpoint: https://aps.example.com }", "4:38 LF1107")]
    [InlineData("{ backend: splunk, endpoint: https://ingest.us1.signalfx.com, token: key }", "4:41 LF1107")]
    [InlineData("{ backend: splunk, endpoint: us1, token: key, signals: logs }", "4:67 LF1105")]
    [InlineData("{ backend: splunk, endpoint: us1, token: key }", null)]
    [InlineData("datadog", "4:12 LF1103")]
    [InlineData("{ backend: datadog, token: key }", null)]
    [InlineData("{ backend: datadog, token: key, endpoint: us3 }", "4:54 LF1107")]
    [InlineData("{ backend: datadog, token: 0123456789abcdef }", "4:39 LF1201")]
    [InlineData("{ backend: otlp, endpoint: 'https://o.example.com/${env:X}' }", "4:39 LF1011")]
    [InlineData("{ backend: otlp, endpoint: https://o.example.com, sampling: 101% }", "4:72 LF1106")]
    public void Validate_Backend_NeedsWhatItNeeds(string telemetry, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        SmallFile.Problems($"telemetry: {telemetry}\nsecrets: {{ key: {{}} }}{Service}"));

    [Theory]
    [InlineData("{ backend: cloudwatch, endpoint: us1 }", "4:45 LF1318")]
    [InlineData("{ backend: cloudwatch, token: key }", "4:42 LF1318")]
    [InlineData("{ backend: datadog, token: key, header: x }", "4:52 LF1318")]
    public void Validate_KeyOfAnotherBackend_HasNoEffect(string telemetry, string warning) => Assert.Equal(
        [warning], SmallFile.Warnings($"telemetry: {telemetry}\nsecrets: {{ key: {{}} }}\nnetwork: {{ nat: one }}{Service}"));

    [Theory]
    [InlineData("services: { telemetry: { type: web, image: n } }", "5:13 LF1210")]
    [InlineData("tables: { telemetry: { partitionKey: id } }", "5:11 LF1210")]
    [InlineData("services: { api: { type: web, image: n, sidecars: { telemetry: { image: n } } } }", "5:53 LF1210")]
    [InlineData("services: { api: { type: web, image: n, port: 4318 } }", "5:47 LF1309")]
    [InlineData("services: { api: { type: web, image: n, sidecars: { x: { image: n, port: 13133 } } } }", "5:74 LF1309")]
    public void Validate_NameOrPortOfTheCollector_IsTaken(string rest, string problem)
    {
        var found = Assert.Single(SmallFile.Problems($"telemetry: cloudwatch\n{rest}"));

        Assert.Equal(problem.Split(' ')[0], found.Split(' ')[0]);
        Assert.Equal(problem.EndsWith("LF1309", StringComparison.Ordinal) ? "LF1309" : ErrorCodes.NameReserved, found.Split(' ')[1]);
    }

    [Theory]
    [InlineData("{ backend: cloudwatch, memory: 256MiB }", null)]
    [InlineData("{ backend: cloudwatch, memory: 257MiB }", "4:43 LF1301")]
    [InlineData("{ backend: cloudwatch, cpu: 129 }", "4:40 LF1301")]
    [InlineData("{ backend: cloudwatch, mode: gateway, memory: 8GB }", "4:58 LF1301")]
    [InlineData("{ backend: cloudwatch, mode: gateway, cpu: 512, memory: 2GB }", null)]
    public void Validate_Room_IsThatOfTheTask(string telemetry, string? problem) => Assert.Equal(
        problem is null ? [] : new[] { problem },
        SmallFile.Problems($"telemetry: {telemetry}{Service}"));

    [Fact]
    public void Validate_ServiceWithoutTelemetryOfTheEnvironment_HasNoEffect() =>
        Assert.Equal(["4:52 LF1318"], SmallFile.Warnings("services: { api: { type: web, image: n, telemetry: { instrument: java } } }\nnetwork: { nat: one }"));

    [Theory]
    [InlineData("cn-north-1", "LF1503")]
    [InlineData("ap-southeast-6", "LF1503")]
    [InlineData("us-gov-west-1", null)]
    public void Validate_AmpInARegion_IsRefusedWhereItIsNot(string region, string? code)
    {
        var problems = TestLoad.Text($"app: shop\nregion: {region}\nenvironments: {{ dev: {{}} }}\ntelemetry: {{ backend: amp, endpoint: ws-1 }}{Service}").Problems;

        Assert.Equal(code is null ? [] : [ErrorCodes.NotInRegion], problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Code));
    }

    [Fact]
    public void Validate_NoWayOut_WarnsOfImageAndBackend()
    {
        var warnings = SmallFile.Warnings("telemetry: { backend: datadog, token: key }\nsecrets: { key: {} }\nnetwork: { nat: none }\nservices: { api: { type: web, image: 111111111111.dkr.ecr.eu-west-1.amazonaws.com/n:1, telemetry: { instrument: java } } }");

        Assert.Equal(["LF1317", "LF1317", "LF1322"], warnings.Select(warning => warning.Split(' ')[1]).Order());
    }
}
