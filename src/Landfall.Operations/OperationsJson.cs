using System.Text.Json;
using System.Text.Json.Serialization;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.LocalAws;

namespace Landfall.Operations;

/// <summary>What every deployment reads and writes as JSON, made by the compiler: reflection takes longer than the work itself.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(LockRecord))]
[JsonSerializable(typeof(LocalAwsState))]
[JsonSerializable(typeof(List<RecordedResource>))]
[JsonSerializable(typeof(TrailHead))]
internal sealed partial class OperationsJson : JsonSerializerContext;
