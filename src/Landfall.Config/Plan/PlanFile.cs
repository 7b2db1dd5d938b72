using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Landfall.Config.Plan;

/// <summary>The plan as JSON: how the CLI hands it to the synth host.</summary>
public static class PlanFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,

        // The plan has no defaults: everything is written, and whatever is missing or unknown was made by another version.
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonSerializerOptions Written = new(Options) { TypeInfoResolver = PlanJson.Default };

    /// <summary>Writes a plan as indented JSON; the same plan gives the same bytes.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The JSON text, ending with a line feed.</returns>
    public static string Write(AppPlan plan) => JsonSerializer.Serialize(plan, Written) + "\n";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="json">The JSON text.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="JsonException">The text is not a plan.</exception>
    public static AppPlan Read(string json) =>
        JsonSerializer.Deserialize<AppPlan>(json, Options) ?? throw new JsonException("The plan is empty.");
}
