using System.Text.Json.Serialization;

namespace Landfall.Config.Limits;

/// <summary>How the list of limits is read, made by the compiler: every command reads it, and reflection takes longer than the reading.</summary>
[JsonSerializable(typeof(LimitList.Content))]
internal sealed partial class LimitJson : JsonSerializerContext;
