using System.Text;
using Landfall.Config.Plan;
using YamlDotNet.Serialization;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace Landfall.Config.Tests.Telemetry;

public class CollectorConfigurationTests
{
    public static TheoryData<string> Backends => [.. Collectors.Files.Keys];

    [Fact]
    public void Of_EveryBackend_IsAsPinned()
    {
        var text = new StringBuilder("# A collector's configuration for each back end, and for the others the lines that differ from cloudwatch's.\n");
        var first = Collectors.Of("cloudwatch").TrimEnd().Split('\n');
        text.AppendJoin('\n', first).Append('\n');
        foreach (var backend in Collectors.Files.Keys.Skip(1))
        {
            var other = Collectors.Of(backend).TrimEnd().Split('\n');
            text.Append($"\n# {backend}\n");
            foreach (var line in LineDiff.Of(first, other))
            {
                text.Append(line).Append('\n');
            }
        }

        GoldenFile.Verify("tests/Landfall.Config.Tests/Golden/telemetry/backends.txt", text.ToString());
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Of_AnotherBackend_ChangesOnlyTheExporterPart(string backend)
    {
        // Of what both take: a signal that a back end does not take has no pipeline.
        var signal = backend is "prometheus" or "amp" ? TelemetrySignal.Metrics : TelemetrySignal.Traces;

        Assert.Equal(WithoutExporters(Collectors.Of("otlp", only: signal)), WithoutExporters(Collectors.Of(backend, only: signal)));
    }

    [Fact]
    public void Of_Datadog_TurnsMetricsIntoDeltasBeforeTheyAreBatched() =>
        Assert.Equal(["memory_limiter", "resourcedetection", "cumulativetodelta", "batch"], Pipeline(Read(Collectors.Of("datadog")), "metrics", "processors"));

    [Theory]
    [InlineData("prometheus")]
    [InlineData("amp")]
    public void Of_Prometheus_TellsTasksApartOnceItKnowsThem(string backend)
    {
        Assert.Equal(["memory_limiter", "resourcedetection", "resource", "batch"], Pipeline(Read(Collectors.Of(backend)), "metrics", "processors"));
        Assert.Contains("{ key: service.instance.id, from_attribute: aws.ecs.task.arn, action: insert }", Collectors.Of(backend));
        Assert.DoesNotContain("service.instance.id", Collectors.Of(backend, TelemetryMode.Gateway));
        Assert.DoesNotContain("service.instance.id", Collectors.Of("otlp"));
    }

    [Fact]
    public void Of_Gateway_ListensForOthersAndSaysNothingOfItsOwnTask()
    {
        var sidecar = Collectors.Of("otlp");
        var gateway = Collectors.Of("otlp", TelemetryMode.Gateway);

        Assert.Contains("endpoint: 127.0.0.1:4318", sidecar);
        Assert.Contains("endpoint: 0.0.0.0:4318", gateway);
        Assert.DoesNotContain("resourcedetection", gateway);
    }

    [Theory]
    [MemberData(nameof(Backends))]
    public void Of_AnyBackend_NamesComponentsAndKeysOfTheCollector(string backend)
    {
        foreach (var mode in Enum.GetValues<TelemetryMode>())
        {
            Assert.Empty(ComponentTable.Problems(Read(Collectors.Of(backend, mode))));
        }
    }

    [Theory]
    [InlineData("exporters:\n  otlphttp:", "exporters:\n  datadog:", "exporters/datadog is gone")]
    [InlineData("    headers:", "    header:", "exporters/otlphttp has no header")]
    [InlineData("exporters: [otlphttp]", "exporters: [otlp]", "traces names otlp, which is not configured")]
    [InlineData("processors: [memory_limiter, resourcedetection, batch]", "processors: [batch, memory_limiter, resourcedetection]", "traces limits memory late")]
    public void Problems_BrokenConfiguration_AreFound(string what, string broken, string problem) =>
        Assert.Contains(problem, ComponentTable.Problems(Read(Collectors.Of("otlp").Replace(what, broken, StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Backends))]
    public void Of_Token_IsReadFromTheEnvironment(string backend)
    {
        var text = Collectors.Of(backend);

        Assert.Equal(backend is not ("cloudwatch" or "amp"), text.Contains("${env:LANDFALL_TELEMETRY_TOKEN}", StringComparison.Ordinal));
        Assert.DoesNotContain(": key", text);
    }

    private static Map Read(string yaml) => new DeserializerBuilder().Build().Deserialize<Map>(yaml);

    private static IEnumerable<string> Pipeline(Map config, string signal, string part) =>
        ((List<object>)((Map)((Map)((Map)config["service"]!)["pipelines"]!)[signal]!)[part]!).Cast<string>();

    private static string WithoutExporters(string yaml)
    {
        var config = Read(yaml);
        config.Remove("exporters");
        ((Map)config["extensions"]!).Remove("sigv4auth");
        ((Map)config["processors"]!).Remove("cumulativetodelta");
        ((Map)config["processors"]!).Remove("resource");
        var service = (Map)config["service"]!;
        service.Remove("extensions");
        foreach (var pipeline in ((Map)service["pipelines"]!).Values.Cast<Map>())
        {
            pipeline.Remove("exporters");
            ((List<object>)pipeline["processors"]!).RemoveAll(step => step is "cumulativetodelta" or "resource");
        }

        // Which signal it is does not matter here.
        service["pipelines"] = ((Map)service["pipelines"]!).Values.ToList();
        return new SerializerBuilder().Build().Serialize(config);
    }
}
