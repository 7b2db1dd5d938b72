using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Binding;
using Landfall.Config.Model;

namespace Landfall.Config.Schema;

/// <summary>The JSON Schema of the file, for editors. It is made from the same model that binds the file.</summary>
public static class ConfigSchema
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the schema (draft 2020-12); always the same text.</summary>
    /// <returns>Indented JSON, ending with a line feed.</returns>
    public static string Write()
    {
        var definitions = new DefinitionSet();
        var root = SectionSchema.Of(SectionShape.Of(typeof(DocumentModel)), overriding: false, definitions);
        root["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["description"] = "Where editors find this schema." });
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Landfall",
            ["description"] = "landfall.yaml: one file for a production system on AWS.",
        };
        foreach (var (key, value) in root.ToArray())
        {
            root.Remove(key);
            schema[key] = value;
        }

        schema["type"] = "object";
        schema["patternProperties"] = new JsonObject { ["^x-"] = true };
        schema["$defs"] = definitions.Write();
        return schema.ToJsonString(Options) + "\n";
    }
}
