using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>
/// How AWS's agents get into a program: an image that copies them to a volume, and the variables by which the language's
/// runtime loads them (Amazon CloudWatch User Guide, "Enable your applications on Amazon ECS").
/// </summary>
/// <param name="Image">AWS's image, in the version that is used where the file names none.</param>
/// <param name="Folder">Where the volume is, in both containers.</param>
/// <param name="Command">What copies the agent there.</param>
internal sealed record Instrumentation(string Image, string Folder, IReadOnlyList<string> Command)
{
    /// <summary>The name of the container that copies the agent, and of the volume.</summary>
    public const string Name = "telemetry-agent";

    private const string Registry = "public.ecr.aws/aws-observability/adot-autoinstrumentation";

    /// <summary>The agent of a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>How it is put there.</returns>
    public static Instrumentation Of(InstrumentLanguage language) => language switch
    {
        InstrumentLanguage.Python => Copied($"{Registry}-python:v0.19.0", "/otel-auto-instrumentation-python"),
        InstrumentLanguage.Node => Copied($"{Registry}-node:v0.12.0", "/otel-auto-instrumentation-node"),
        InstrumentLanguage.Java => new($"{Registry}-java:v2.28.2", "/otel-auto-instrumentation", ["cp", "/javaagent.jar", "/otel-auto-instrumentation/javaagent.jar"]),
        _ => Copied($"{Registry}-dotnet:v1.14.0", "/otel-auto-instrumentation-dotnet"),
    };

    /// <summary>The variables that load it.</summary>
    /// <param name="language">The language.</param>
    /// <param name="architecture">The processor, for which .NET's agent has a part of its own.</param>
    /// <param name="given">What the file gives the container: options of the runtime stay beside the agent's.</param>
    /// <returns>The variables.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Variables(InstrumentLanguage language, CpuArchitecture architecture, IReadOnlyDictionary<string, string> given)
    {
        var folder = Of(language).Folder;
        switch (language)
        {
            case InstrumentLanguage.Python:
                var before = $"{folder}/opentelemetry/instrumentation/auto_instrumentation";
                yield return new("PYTHONPATH", given.TryGetValue("PYTHONPATH", out var path) ? $"{before}:{path}:{folder}" : $"{before}:{folder}");
                yield return new("OTEL_PYTHON_DISTRO", "aws_distro");
                yield return new("OTEL_PYTHON_CONFIGURATOR", "aws_configurator");
                break;
            case InstrumentLanguage.Node:
                yield return new("NODE_OPTIONS", Joined("NODE_OPTIONS", $"--require {folder}/autoinstrumentation.js"));
                break;
            case InstrumentLanguage.Java:
                yield return new("JAVA_TOOL_OPTIONS", Joined("JAVA_TOOL_OPTIONS", $"-javaagent:{folder}/javaagent.jar"));
                break;
            default:
                yield return new("CORECLR_ENABLE_PROFILING", "1");
                yield return new("CORECLR_PROFILER", "{918728DD-259F-4A6A-AC2B-B85E1B658318}");
                yield return new("CORECLR_PROFILER_PATH", $"{folder}/linux-{(architecture == CpuArchitecture.Arm64 ? "arm64" : "x64")}/OpenTelemetry.AutoInstrumentation.Native.so");
                yield return new("DOTNET_ADDITIONAL_DEPS", $"{folder}/AdditionalDeps");
                yield return new("DOTNET_SHARED_STORE", $"{folder}/store");
                yield return new("DOTNET_STARTUP_HOOKS", $"{folder}/net/OpenTelemetry.AutoInstrumentation.StartupHook.dll");
                yield return new("OTEL_DOTNET_AUTO_HOME", folder);
                yield return new("OTEL_DOTNET_AUTO_PLUGINS", "AWS.Distro.OpenTelemetry.AutoInstrumentation.Plugin, AWS.Distro.OpenTelemetry.AutoInstrumentation");
                break;
        }

        string Joined(string name, string option) => given.TryGetValue(name, out var own) ? $"{own} {option}" : option;
    }

    private static Instrumentation Copied(string image, string folder) => new(image, folder, ["cp", "-a", "/autoinstrumentation/.", folder]);
}
