using System.Text.Json;
using System.Text.Json.Serialization;
using Landfall.Hooks.Probes;
using Landfall.Hooks.Rollouts;
using Landfall.Hooks.Runtime;
using Landfall.Hooks.Tasks;

namespace Landfall.Hooks;

/// <summary>How records become JSON, compiled ahead of time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HookEvent))]
[JsonSerializable(typeof(HookAnswer))]
[JsonSerializable(typeof(HookOutcome))]
[JsonSerializable(typeof(ProbeRequest))]
[JsonSerializable(typeof(ProbeResult))]
[JsonSerializable(typeof(FunctionError))]
[JsonSerializable(typeof(RunTaskRequest))]
[JsonSerializable(typeof(DescribeTasksRequest))]
[JsonSerializable(typeof(StopTaskRequest))]
[JsonSerializable(typeof(TasksAnswer))]
[JsonSerializable(typeof(TaskRefusal))]
internal sealed partial class HookJson : JsonSerializerContext;
