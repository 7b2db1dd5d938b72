using System.Text.Json;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace Landfall.Config.Tests.Telemetry;

/// <summary>Holds a collector's configuration against the components that its distribution documents, in collector-components.json.</summary>
internal static class ComponentTable
{
    private static readonly string[] Kinds = ["receivers", "processors", "exporters", "extensions"];

    private static readonly JsonElement Table = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(GoldenFile.Repository, "tests/Landfall.Config.Tests/Telemetry/collector-components.json"))).RootElement;

    public static List<string> Problems(Map config)
    {
        List<string> problems = [.. config.Keys.Cast<string>().Except([.. Kinds, "service"]).Select(key => $"{key} is no section")];
        foreach (var kind in Kinds)
        {
            foreach (var (name, settings) in (Map)config[kind]!)
            {
                Component(kind, (string)name, settings as Map, problems);
            }
        }

        var service = (Map)config["service"]!;
        problems.AddRange(((List<object>)service["extensions"]!).Cast<string>().Except(Names(config, "extensions")).Select(name => $"{name} is not configured"));
        foreach (var (signal, pipeline) in (Map)service["pipelines"]!)
        {
            Pipeline(config, (string)signal, (Map)pipeline!, problems);
        }

        return problems;
    }

    private static void Component(string kind, string name, Map? settings, List<string> problems)
    {
        var type = name.Split('/')[0];
        if (Table.GetProperty("gone").EnumerateArray().Any(gone => gone.GetString() == type))
        {
            problems.Add($"{kind}/{type} is gone");
        }
        else if (!Table.GetProperty(kind).TryGetProperty(type, out var component))
        {
            problems.Add($"{kind}/{type} is unknown");
        }
        else
        {
            var known = component.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!);
            problems.AddRange((settings ?? []).Keys.Cast<string>().Except(known).Select(key => $"{kind}/{type} has no {key}"));
        }
    }

    private static void Pipeline(Map config, string signal, Map pipeline, List<string> problems)
    {
        foreach (var kind in Kinds.SkipLast(1))
        {
            foreach (var name in ((List<object>)pipeline[kind]!).Cast<string>())
            {
                if (!Names(config, kind).Contains(name))
                {
                    problems.Add($"{signal} names {name}, which is not configured");
                }
                else if (Table.GetProperty(kind).TryGetProperty(name.Split('/')[0], out var component)
                    && component.GetProperty("signals").EnumerateArray().All(taken => taken.GetString() != signal))
                {
                    problems.Add($"{kind}/{name} takes no {signal}");
                }
            }
        }

        // memorylimiterprocessor: "should be the first processor defined in the pipeline".
        if ((string)((List<object>)pipeline["processors"]!)[0] != "memory_limiter")
        {
            problems.Add($"{signal} limits memory late");
        }
    }

    private static IEnumerable<string> Names(Map config, string kind) => ((Map)config[kind]!).Keys.Cast<string>();
}
