using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Landfall.Operations;

namespace Landfall.Mcp.Tools;

/// <summary>How tools read what they are given and write what they give: as <c>--json</c> does, and strictly.</summary>
internal static class ToolJson
{
    /// <summary>For arguments, results and their schemas.</summary>
    public static JsonSerializerOptions Options { get; } = new(ResultJson.Options)
    {
        WriteIndented = false,
        RespectNullableAnnotations = true,
        NumberHandling = default,
        MaxDepth = 64,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>How schemas are made, here and in <c>docs/json</c>.</summary>
    public static JsonSchemaExporterOptions SchemaOptions { get; } = new() { TreatNullObliviousAsNonNullable = true };
}
